import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestApiProvider } from '@backstage/test-utils';
import type { MaturityApi } from '@devops-scorecards/plugin-maturity-common';
import { axe } from 'jest-axe';
import { maturityApiRef } from '../../api';
import { maturityApiFixture } from '../../fixtures/maturityApiFixture';
import {
  setupFixture,
  setupSourceFixture,
} from '../../fixtures/operationsApiFixture';
import { scorecardFixture } from '../../fixtures/scorecardFixture';
import { useTexts } from '../../language';
import { renderPart, type RenderPartOptions } from '../../testing/renderPart';
import { toScorecardView } from '../../views';
import { GapChecklist, ScorecardDialogs, ScorecardHeader } from '..';

const scorecard = scorecardFixture();

function PageParts() {
  const view = toScorecardView(scorecard, useTexts());
  return (
    <ScorecardDialogs
      entityRef={scorecard.entityRef}
      timeZone="Asia/Shanghai"
      model={scorecard.model.id}
    >
      <main>
        <h1>walkthrough</h1>
        <ScorecardHeader
          view={view}
          modelId={scorecard.model.id}
          refreshing={false}
          onModel={() => {}}
        />
        <GapChecklist view={view} source={{ timeZone: 'Asia/Shanghai' }} />
      </main>
    </ScorecardDialogs>
  );
}

async function open(
  part: Partial<MaturityApi> = {},
  options: RenderPartOptions = {},
) {
  const user = userEvent.setup();
  renderPart(
    <TestApiProvider apis={[[maturityApiRef, maturityApiFixture(part)]]}>
      <PageParts />
    </TestApiProvider>,
    options,
  );
  const button = await screen.findByRole('button', {
    name: /^(Set-up|接入)[:：]/,
  });
  await user.click(button);
  return { user, button, dialog: await screen.findByRole('dialog') };
}

describe('the set-up of a service', () => {
  it('says kind by kind what arrives and what to do next', async () => {
    const { dialog, button, user } = await open();
    const kinds = await within(dialog).findByRole('region', {
      name: 'What arrives',
    });
    const row = (name: string) =>
      within(kinds).getByRole('row', { name: new RegExp(`^${name}`) });
    expect(row('Deployments')).toHaveTextContent('1 hour ago');
    expect(row('Deployments')).toHaveTextContent('Nothing to do, it arrives.');
    expect(row('Pipeline runs')).toHaveTextContent(
      'GitHub knows this service by no name. Set the annotation github.com/project-slug, for example to acme/payments.',
    );
    expect(row('Incidents')).toHaveTextContent('Ask whoever runs the portal');
    await user.keyboard('{Escape}');
    expect(button).toHaveFocus();
  });

  it('tests a source in place', async () => {
    const testSetup = jest.fn(maturityApiFixture().testSetup);
    const { dialog, user } = await open({ testSetup });
    await user.click(
      await within(dialog).findByRole('button', { name: 'Test GitHub' }),
    );
    const result = await within(dialog).findByText(
      'An event of GitHub would not count yet.',
    );
    expect(testSetup).toHaveBeenCalledWith({
      entityRef: scorecard.entityRef,
      source: 'github',
    });
    const item = result.closest('li')!;
    expect(item).toHaveTextContent('It knows this service by a nameno');
    expect(item).toHaveTextContent('Nothing was stored.');
  });

  it('says why a test did not run', async () => {
    const { dialog, user } = await open({
      testSetup: () => Promise.reject(new Error('not now')),
    });
    await user.click(
      await within(dialog).findByRole('button', { name: 'Test GitHub' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'The test did not run: not now',
    );
  });

  it('gives the annotations to add, to be copied', async () => {
    const { dialog, user } = await open();
    const snippet = await within(dialog).findByLabelText(
      'For the catalog-info.yaml of this service',
    );
    const text = [
      'metadata:',
      '  annotations:',
      "    github.com/project-slug: 'acme/payments'",
    ].join('\n');
    expect(snippet.textContent).toBe(text);
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(within(dialog).getByRole('button', { name: /^Copy/ }));
    expect(await within(dialog).findByText('Copied.')).toBeVisible();
    expect(writeText).toHaveBeenCalledWith(text);
    writeText.mockRejectedValueOnce(new Error('no'));
    await user.click(within(dialog).getByRole('button', { name: /^Copy/ }));
    expect(
      await within(dialog).findByText(/^The browser did not let it/),
    ).toBeVisible();
    expect(within(dialog).getByText('jenkins-job: acme/old')).toBeVisible();
  });

  it('opens what is known of a source', async () => {
    const { dialog, user } = await open();
    await user.click(
      await within(dialog).findByRole('button', { name: 'Details: GitHub' }),
    );
    expect(
      within(dialog).getByText('/api/maturity/v1/hooks/github'),
    ).toBeVisible();
    await user.click(
      within(dialog).getByRole('button', { name: 'Details: ci' }),
    );
    expect(within(dialog).getByText(/^19, the latest/)).toHaveTextContent(
      /connected since .*; counts$/,
    );
  });

  it('is reached from where a source is missing', async () => {
    const user = userEvent.setup();
    renderPart(
      <TestApiProvider apis={[[maturityApiRef, maturityApiFixture()]]}>
        <PageParts />
      </TestApiProvider>,
    );
    const [connect] = await screen.findAllByRole('button', {
      name: /^Connect a source:/,
    });
    await user.click(connect);
    await user.click(
      await screen.findByRole('button', { name: /^Open the set-up:/ }),
    );
    expect(
      await screen.findByRole('dialog', {
        name: 'Where the data of this service comes from',
      }),
    ).toBeVisible();
  });

  it('says what the backend says of a setting, and when nothing is configured', async () => {
    const problem = setupSourceFixture({
      next: { code: 'fix-source', source: 'github', message: 'no secret' },
    });
    const { dialog } = await open({
      getSetup: async () => setupFixture({ sources: [problem] }),
    });
    expect(await within(dialog).findByText('It says: no secret')).toBeVisible();
  });

  it('says what to do where no source is configured', async () => {
    const { dialog } = await open({
      getSetup: async () =>
        setupFixture({ sources: [], names: [], annotations: [] }),
    });
    expect(
      await within(dialog).findByText(/^No source is configured/),
    ).toBeVisible();
  });

  it.each([
    ['NotAllowedError', 'You may not see the set-up'],
    ['Error', 'The set-up could not be loaded'],
  ])('says what to do on %s', async (name, title) => {
    const error = Object.assign(new Error('no'), { name });
    const { dialog } = await open({ getSetup: () => Promise.reject(error) });
    expect(
      await within(dialog).findByRole('heading', { name: title }),
    ).toBeVisible();
  });

  it.each([
    ['en', 'light'],
    ['zh', 'dark'],
  ] as const)('is accessible in %s and %s', async (language, theme) => {
    const { dialog } = await open({}, { language, theme });
    await within(dialog).findAllByRole('region');
    expect((await axe(dialog)).violations).toEqual([]);
  });
});
