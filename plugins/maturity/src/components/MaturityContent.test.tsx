import type { MaturityApi } from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiFixture,
  scorecardFixture,
} from '@devops-scorecards/plugin-maturity-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderContent as render } from '../testing/renderContent';

function named(name: string): Error {
  const error = new Error(name);
  error.name = name;
  return error;
}

describe('MaturityContent', () => {
  it('shows level, gaps, ladder, reason and trends, free of axe violations', async () => {
    const { container } = await render();
    expect(
      await screen.findByRole('group', { name: /^Level 2, Foundation/ }),
    ).toBeVisible();
    for (const name of [
      'What stands between you and level 3',
      'Ladder',
      'Why',
      'Trend',
      'Metrics, week by week',
      'Latest facts',
    ]) {
      expect(screen.getByRole('region', { name })).toBeVisible();
    }
    expect(await screen.findByText(/The level fell from 3 to 2/)).toBeVisible();
    expect(screen.getByText(/^Generated events/)).toBeVisible();
    expect(
      await screen.findByRole('img', { name: /not assessed → 2$/ }),
    ).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('lists the facts of the chosen kind', async () => {
    const user = userEvent.setup();
    await render();
    const panel = await screen.findByRole('region', { name: 'Latest facts' });
    expect(await within(panel).findByText('deployment-1')).toBeVisible();
    await user.selectOptions(
      within(panel).getByRole('combobox', { name: 'Kind of fact' }),
      'change',
    );
    expect(await within(panel).findByText('change-1')).toBeVisible();
    expect(within(panel).queryByText('deployment-1')).not.toBeInTheDocument();
  });

  it('has the entity assessed on request and announces the new level', async () => {
    const user = userEvent.setup();
    const raised = scorecardFixture();
    raised.root.levels = { ...raised.root.levels, award: 3, measured: 3 };
    const refresh = jest.fn(async () => raised);
    await render({ refresh });
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(
      await screen.findByRole('group', { name: /^Level 3, Comprehensive/ }),
    ).toBeVisible();
    expect(refresh).toHaveBeenCalledWith(
      expect.objectContaining({ entityRef: 'component:default/walkthrough' }),
    );
    expect(
      screen.getByText('The level is now Level 3, Comprehensive.'),
    ).toBeInTheDocument();
  });

  it('keeps what it shows when it may not refresh', async () => {
    const user = userEvent.setup();
    await render({ refresh: () => Promise.reject(named('NotAllowedError')) });
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the last refresh failed',
    );
    expect(screen.getByRole('region', { name: 'Ladder' })).toBeVisible();
  });

  it('asks for the model of the address and offers the others', async () => {
    const user = userEvent.setup();
    const getScorecard = jest.fn(async () => scorecardFixture());
    await render({ getScorecard }, '/?model=caict-part3');
    const select = await screen.findByRole('combobox', { name: 'Model' });
    expect(getScorecard).toHaveBeenLastCalledWith(
      expect.objectContaining({ model: 'caict-part3' }),
    );
    await user.selectOptions(select, 'Starter');
    await waitFor(() =>
      expect(getScorecard).toHaveBeenLastCalledWith(
        expect.objectContaining({ model: 'starter' }),
      ),
    );
  });

  it('opens the criterion of the address', async () => {
    await render({}, '/?open=DM.progressive-4');
    const ladder = await screen.findByRole('region', { name: 'Ladder' });
    expect(
      await within(ladder).findByText('Releases are progressive'),
    ).toBeVisible();
  });

  it('goes from a gap to its place in the ladder', async () => {
    const user = userEvent.setup();
    await render();
    await user.click(
      await screen.findByRole('button', {
        name: /^Show in the ladder: 95% of production/,
      }),
    );
    const ladder = screen.getByRole('region', { name: 'Ladder' });
    const criterion = await within(ladder).findByText(
      '95% of production deployments run through a pipeline',
    );
    await waitFor(() => expect(criterion.closest('li')).toHaveFocus());
  });

  it('draws what is known now on request', async () => {
    const user = userEvent.setup();
    const getLevelSeries = jest.fn(maturityApiFixture().getLevelSeries);
    await render({ getLevelSeries });
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Draw the level' }),
      'as known now',
    );
    await waitFor(() =>
      expect(getLevelSeries).toHaveBeenLastCalledWith(
        expect.objectContaining({ knowledge: 'now' }),
      ),
    );
  });

  it('draws what is known now where the portal has no past of its own', async () => {
    const user = userEvent.setup();
    const fixture = maturityApiFixture();
    const { asOf, root } = scorecardFixture();
    const getLevelSeries = jest.fn<
      ReturnType<MaturityApi['getLevelSeries']>,
      Parameters<MaturityApi['getLevelSeries']>
    >(async options =>
      options.knowledge === 'then'
        ? {
            knowledge: 'then',
            points: [{ at: asOf - 3_600_000, levels: root.levels }],
          }
        : fixture.getLevelSeries(options),
    );
    await render({ getLevelSeries });
    expect(
      await screen.findByText(/calculated again from what is known now/),
    ).toBeVisible();
    const choice = screen.getByRole('combobox', { name: 'Draw the level' });
    expect(choice).toHaveValue('now');

    // Whoever asks for the short past gets it.
    await user.selectOptions(choice, 'as known then');
    expect(
      await screen.findByText(/what was known at each time/),
    ).toBeVisible();
    expect(choice).toHaveValue('then');
  });

  it.each([
    ['NotAllowedError', 'You may not see this scorecard'],
    ['NotFoundError', 'Nothing to assess here yet'],
    ['Error', 'The scorecard could not be loaded'],
  ])('says what to do on %s', async (name, title) => {
    const { container } = await render({
      getScorecard: () => Promise.reject(named(name)),
    });
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('tries again', async () => {
    const user = userEvent.setup();
    const getScorecard = jest
      .fn(async () => scorecardFixture())
      .mockRejectedValueOnce(new Error('down'));
    await render({ getScorecard });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'Ladder' })).toBeVisible();
  });

  it('leads to the first source where nothing is connected', async () => {
    const scorecard = scorecardFixture();
    for (const domain of scorecard.root.children ?? []) {
      for (const subItem of domain.children ?? []) {
        for (const card of subItem.criteria ?? []) {
          card.result = { outcome: 'undecided', reason: 'no-source' };
        }
      }
    }
    scorecard.root.levels = { award: 1, potential: 5, decided: 0, total: 2 };
    await render({ getScorecard: async () => scorecard });
    expect(
      await screen.findByRole('heading', { name: 'No data yet' }),
    ).toBeVisible();
    expect(screen.getByRole('group', { name: /^Not assessed/ })).toBeVisible();
  });
});
