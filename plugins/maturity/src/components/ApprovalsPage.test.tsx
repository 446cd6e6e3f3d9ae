import { identityApiRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  Decision,
  MaturityApi,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import {
  decisionFixture,
  maturityApiFixture,
} from '@devops-scorecards/plugin-maturity-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { ApprovalsPage } from './ApprovalsPage';

const waiting = decisionFixture();
const mine = decisionFixture({
  id: 'decision-2',
  author: 'user:default/zhao',
});
const decided = decisionFixture({
  id: 'decision-3',
  state: 'rejected',
  decider: 'user:default/zhao',
});

function render(part: Partial<MaturityApi> = {}) {
  const decisions = [waiting, mine, decided];
  const listDecisions: MaturityApi['listDecisions'] = async ({ state }) =>
    decisions.filter(one => !state || one.state === state);
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [maturityApiRef, maturityApiFixture({ listDecisions, ...part })],
        [
          identityApiRef,
          {
            getBackstageIdentity: async () => ({
              userEntityRef: 'user:default/zhao',
            }),
          } as never,
        ],
      ]}
    >
      <ApprovalsPage />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

describe('ApprovalsPage', () => {
  it('tells what waits, what is mine and what is decided', async () => {
    const user = userEvent.setup();
    const { container } = await render();
    expect(
      await screen.findByRole('tab', { name: 'Waiting for me (1)' }),
    ).toHaveAttribute('aria-selected', 'true');
    expect(
      await screen.findByRole('button', { name: /^Approve/ }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /walkthrough/ })).toHaveAttribute(
      'href',
      '/catalog/default/component/walkthrough',
    );
    expect((await axe(container)).violations).toEqual([]);

    await user.click(screen.getByRole('tab', { name: 'Mine (1)' }));
    expect(
      await screen.findByText(/another person has to decide/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Approve/ })).toBeNull();

    await user.click(screen.getByRole('tab', { name: 'Decided (1)' }));
    expect(
      within(screen.getByRole('list', { name: 'Decided' })).getByText(
        'rejected',
      ),
    ).toBeVisible();
  });

  it('moves what is decided', async () => {
    const user = userEvent.setup();
    let now: Decision[] = [waiting];
    await render({
      listDecisions: async ({ state }) =>
        now.filter(one => !state || one.state === state),
      decide: async () => {
        now = [{ ...waiting, state: 'approved', decider: 'user:default/zhao' }];
        return now[0];
      },
    });
    await user.click(await screen.findByRole('button', { name: /^Approve/ }));
    await waitFor(() =>
      expect(screen.getByRole('tab', { name: 'Decided (1)' })).toBeVisible(),
    );
    expect(screen.getByText(/^Nothing waits for you/)).toBeVisible();
  });

  it.each([
    ['NotAllowedError', 'You may not see approvals'],
    ['Error', 'The approvals could not be loaded'],
  ])('says what to do on %s', async (name, title) => {
    const error = Object.assign(new Error('no'), { name });
    await render({ listDecisions: () => Promise.reject(error) });
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  });
});
