import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestApiProvider } from '@backstage/test-utils';
import { identityApiRef } from '@backstage/core-plugin-api';
import type { MaturityApi } from '@devops-scorecards/plugin-maturity-common';
import { axe } from 'jest-axe';
import { maturityApiRef } from '../api';
import { decisionFixture } from '../fixtures/decisionFixture';
import { factFixture } from '../fixtures/factFixture';
import { maturityApiFixture } from '../fixtures/maturityApiFixture';
import {
  measurementFixture,
  scorecardFixture,
} from '../fixtures/scorecardFixture';
import { useTexts } from '../language';
import { renderPart, type RenderPartOptions } from '../testing/renderPart';
import { toScorecardView } from '../views';
import { GapChecklist, LevelLadder, ScorecardDialogs } from '.';

const scorecard = scorecardFixture();
const source = { timeZone: scorecard.timeZone };

/** The parts of a page from which dialogs are opened. */
function PageParts(props: { asOf?: number; onChanged?: () => void }) {
  const view = toScorecardView(scorecard, useTexts());
  return (
    <ScorecardDialogs
      entityRef={scorecard.entityRef}
      timeZone={scorecard.timeZone}
      model={scorecard.model.id}
      {...props}
    >
      <main>
        <h1>walkthrough</h1>
        <h2>Scorecard</h2>
        <GapChecklist view={view} source={source} />
        <LevelLadder
          rows={view.rows}
          levels={view.levelWords}
          source={source}
          criterion="DM.progressive-4"
        />
      </main>
    </ScorecardDialogs>
  );
}

function render(
  part: Partial<MaturityApi> = {},
  options: RenderPartOptions & { asOf?: number; onChanged?: () => void } = {},
) {
  const { asOf, onChanged, ...look } = options;
  const identity = {
    getBackstageIdentity: async () => ({
      type: 'user',
      userEntityRef: 'user:default/zhao',
      ownershipEntityRefs: [],
    }),
  };
  return renderPart(
    <TestApiProvider
      apis={[
        [maturityApiRef, maturityApiFixture(part)],
        [identityApiRef, identity as never],
      ]}
    >
      <PageParts asOf={asOf} onChanged={onChanged} />
    </TestApiProvider>,
    look,
  );
}

async function openNumber(user: ReturnType<typeof userEvent.setup>) {
  const [number] = await screen.findAllByRole('button', {
    name: 'What is 94.7% made of?',
  });
  await user.click(number);
  return { number, dialog: await screen.findByRole('dialog') };
}

describe('what a number is made of', () => {
  it('leads in two clicks to the events, and back with the focus', async () => {
    const user = userEvent.setup();
    const getMeasurements = jest.fn(async () => [measurementFixture()]);
    const getFacts = jest.fn(async () => [
      factFixture({ key: 'deploy-19', source: 'other' }),
      factFixture({
        key: 'deploy-19',
        fields: {
          environment: 'prod',
          outcome: 'success',
          execution: 'manual',
        },
        corrected: true,
      }),
    ]);
    render({ getMeasurements, getFacts });
    const { number, dialog } = await openNumber(user);
    expect(await within(dialog).findByText('18 / 19')).toBeVisible();
    expect(getMeasurements).toHaveBeenCalledWith(
      expect.objectContaining({
        metrics: ['automated-release-rate'],
        window: scorecard.window,
        evidence: 1000,
      }),
    );
    expect(
      within(dialog).getByRole('link', { name: /^Formula and definition/ }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/docs\/metrics\/automated-release-rate.md$/),
    );

    const [item] = within(dialog).getAllByRole('button', {
      name: 'Show Deployment prod and its events',
    });
    await user.click(item);
    expect(await within(dialog).findByText('by hand')).toBeVisible();
    expect(within(dialog).getByText(/corrected by a person/)).toBeVisible();
    expect(getFacts).toHaveBeenCalledWith(
      expect.objectContaining({ kind: 'deployment', keys: ['deploy-19'] }),
    );
    await user.click(
      within(dialog).getByRole('button', { name: /^Show event event-7/ }),
    );
    expect(
      await within(dialog).findByRole('region', {
        name: 'What came over the wire: event-7',
      }),
    ).toHaveTextContent('"execution": "pipeline"');

    const back = within(dialog).getByRole('button', {
      name: /Back to the list/,
    });
    await user.click(back);
    expect(item).toHaveFocus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(number).toHaveFocus();
  });

  it.each<Required<RenderPartOptions>>([
    { language: 'en', theme: 'light' },
    { language: 'zh', theme: 'dark' },
  ])('has no axe violation ($language, $theme)', async look => {
    const user = userEvent.setup();
    render({}, look);
    const [number] = await screen.findAllByRole('button', {
      name: /94.7%/,
    });
    await user.click(number);
    const dialog = await screen.findByRole('dialog');
    const [item] = await within(dialog).findAllByRole('button', {
      name: { en: /^Show Deployment/, zh: /^查看 部署/ }[look.language],
    });
    expect((await axe(dialog)).violations).toEqual([]);
    await user.click(item);
    await user.click(
      await within(dialog).findByRole('button', {
        name: { en: 'Correct this fact', zh: '更正该事实' }[look.language],
      }),
    );
    await within(dialog).findByRole('textbox', {
      name: { en: /^Why/, zh: /^理由/ }[look.language],
    });
    expect((await axe(dialog)).violations).toEqual([]);
  });

  it('says that the services of an owner are counted and not listed', async () => {
    const user = userEvent.setup();
    render({
      getMeasurements: async () => [
        measurementFixture({
          evidence: [],
          portfolio: { owner: 'group:default/settlement' },
        }),
      ],
    });
    const { dialog } = await openNumber(user);
    expect(
      await within(dialog).findByText(
        /^All services of settlement are counted/,
      ),
    ).toBeVisible();
  });

  it('pages through many items and says when there are more', async () => {
    const user = userEvent.setup();
    const [first] = measurementFixture().evidence;
    const evidence = Array.from({ length: 30 }, (_, index) => ({
      ...first,
      key: `deploy-${index}`,
      label: `deploy-${index}`,
    }));
    render({
      getMeasurements: async () => [
        measurementFixture({ evidence, n: 40, open: 0 }),
      ],
    });
    const { dialog } = await openNumber(user);
    expect(await within(dialog).findByText('1 to 25 of 30')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Older' }));
    expect(within(dialog).getByText('26 to 30 of 30')).toBeVisible();
    expect(
      within(dialog).getByText('The newest 30 of 40 are listed.'),
    ).toBeVisible();
  });
});

describe('correcting a fact', () => {
  async function openForm(part: Partial<MaturityApi>, onChanged?: () => void) {
    const user = userEvent.setup();
    render(
      {
        getFacts: async () => [
          factFixture({
            key: 'deploy-19',
            fields: {
              startedAt: Date.UTC(2026, 10, 19, 3),
              finishedAt: Date.UTC(2026, 10, 19, 4),
              execution: 'manual',
            },
          }),
        ],
        ...part,
      },
      { onChanged },
    );
    const { dialog } = await openNumber(user);
    const [item] = await within(dialog).findAllByRole('button', {
      name: /^Show Deployment/,
    });
    await user.click(item);
    await user.click(
      await within(dialog).findByRole('button', { name: 'Correct this fact' }),
    );
    await within(dialog).findByRole('textbox', { name: /^Why/ });
    return { user, dialog: within(dialog) };
  }

  it('sends what changed and shows that it waits for a second person', async () => {
    const correct = jest.fn(async () => decisionFixture({ state: 'proposed' }));
    const onChanged = jest.fn();
    const { user, dialog } = await openForm({ correct }, onChanged);
    expect(dialog.getByText(/another person is asked/)).toBeVisible();
    expect(dialog.getByLabelText('Started')).toHaveValue('2026-11-19T11:00');
    await user.selectOptions(
      dialog.getByRole('combobox', { name: 'Executed by' }),
      'a pipeline',
    );
    await user.type(dialog.getByRole('textbox', { name: /^Why/ }), 'Job 19');
    await user.click(
      dialog.getByRole('button', { name: 'Send the correction' }),
    );
    expect(
      await dialog.findByText(/it waits for another person/),
    ).toBeVisible();
    expect(dialog.getByText('caict-part3: 2 → 3')).toBeVisible();
    expect(correct).toHaveBeenCalledWith({
      entityRef: scorecard.entityRef,
      fact: { kind: 'deployment', source: 'ci', key: 'deploy-19' },
      fields: { execution: 'pipeline' },
      reason: 'Job 19',
    });
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('refuses what says nothing, and leaves a fact out', async () => {
    const correct = jest.fn(maturityApiFixture().correct);
    const onChanged = jest.fn();
    const { user, dialog } = await openForm({ correct }, onChanged);
    const send = dialog.getByRole('button', { name: 'Send the correction' });
    await user.click(send);
    expect(dialog.getByRole('alert')).toHaveTextContent(
      'Change at least one thing.Say why.',
    );
    expect(correct).not.toHaveBeenCalled();

    await user.click(dialog.getByRole('checkbox', { name: /Leave this fact/ }));
    await user.type(dialog.getByRole('textbox', { name: /^Why/ }), 'A test');
    await user.click(send);
    expect(await dialog.findByText('The correction counts now.')).toBeVisible();
    expect(correct).toHaveBeenCalledWith(
      expect.objectContaining({ exclude: true }),
    );
    const [close] = dialog.getAllByRole('button', { name: 'Close' }).slice(-1);
    await user.click(close);
    expect(onChanged).toHaveBeenCalled();
  });

  it('only leaves out what has no fields to correct', async () => {
    const correct = jest.fn(maturityApiFixture().correct);
    const user = userEvent.setup();
    render({
      correct,
      getFacts: async () => [
        factFixture({ key: 'deploy-19', state: 'excluded' }),
      ],
    });
    const { dialog } = await openNumber(user);
    const [item] = await within(dialog).findAllByRole('button', {
      name: /^Show Deployment/,
    });
    await user.click(item);
    await user.click(
      await within(dialog).findByRole('button', {
        name: 'Take this fact back in',
      }),
    );
    const why = await within(dialog).findByRole('textbox', { name: /^Why/ });
    expect(within(dialog).queryByLabelText('Started')).toBeNull();
    await user.type(why, 'It counts after all');
    await user.click(
      within(dialog).getByRole('button', { name: 'Send the correction' }),
    );
    await within(dialog).findByText('The correction counts now.');
    expect(correct).toHaveBeenCalledWith(
      expect.objectContaining({ exclude: false }),
    );
  });

  it('says what the backend refused', async () => {
    const { user, dialog } = await openForm({
      correct: () => Promise.reject(new Error('not yours')),
    });
    await user.selectOptions(
      dialog.getByRole('combobox', { name: 'Executed by' }),
      'not known',
    );
    await user.type(dialog.getByRole('textbox', { name: /^Why/ }), 'x');
    await user.click(
      dialog.getByRole('button', { name: 'Send the correction' }),
    );
    expect(await dialog.findByRole('alert')).toHaveTextContent('not yours');
  });
});

describe('attesting a criterion', () => {
  async function openForm(part: Partial<MaturityApi> = {}) {
    const user = userEvent.setup();
    const onChanged = jest.fn();
    render(part, { onChanged });
    const [attest] = await screen.findAllByRole('button', {
      name: 'Attest: Releases are progressive',
    });
    await user.click(attest);
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByRole('textbox', { name: /^How you know it/ });
    return { user, onChanged, dialog: within(dialog), element: dialog };
  }

  it('asks for a reason and evidence, and sends it for approval', async () => {
    const attest = jest.fn(maturityApiFixture().attest);
    const { user, dialog, element, onChanged } = await openForm({ attest });
    expect(dialog.getByText('A plan of a rollout.')).toBeVisible();
    expect((await axe(element)).violations).toEqual([]);
    const send = dialog.getByRole('button', { name: 'Ask for approval' });
    await user.click(send);
    expect(dialog.getByRole('alert')).toHaveTextContent(
      'Say how you know it.Add at least one piece of evidence.',
    );
    await user.type(
      dialog.getByRole('textbox', { name: /^How you know it/ }),
      'I saw it',
    );
    await user.upload(
      dialog.getByLabelText('Upload a file', { selector: 'input' }),
      new File(['plan'], 'plan.pdf', { type: 'application/pdf' }),
    );
    expect(await dialog.findByText('plan.pdf is uploaded.')).toBeVisible();
    await user.click(send);
    expect(await dialog.findByText(/^Sent\./)).toBeVisible();
    expect(attest).toHaveBeenCalledWith(
      expect.objectContaining({
        model: 'caict-part3',
        criterionId: 'DM.progressive-4',
        reason: 'I saw it',
        evidence: [expect.objectContaining({ title: 'plan.pdf' })],
        validTo: expect.any(Number),
      }),
    );
    expect(onChanged).toHaveBeenCalled();

    // What the form begins with lies within the longest span.
    const [[{ validTo = 0 }]] = attest.mock.calls;
    const longest = new Date();
    longest.setFullYear(longest.getFullYear() + 1);
    expect(validTo).toBeLessThanOrEqual(longest.getTime());
  });

  it('refuses files that are too large or of another type, and bad links', async () => {
    const uploadEvidence = jest.fn();
    const { user, dialog } = await openForm({ uploadEvidence });
    const chooser = dialog.getByLabelText('Upload a file', {
      selector: 'input',
    });
    const large = new File(['x'], 'large.pdf', { type: 'application/pdf' });
    Object.defineProperty(large, 'size', { value: 6 * 1024 * 1024 });
    await user.upload(chooser, large);
    expect(dialog.getByRole('alert')).toHaveTextContent(
      'large.pdf has 6 MB; at most 5 MB can be uploaded.',
    );
    await userEvent
      .setup({ applyAccept: false })
      .upload(chooser, new File(['x'], 'run.exe', { type: 'application/exe' }));
    expect(dialog.getByRole('alert')).toHaveTextContent('run.exe is none of');
    expect(uploadEvidence).not.toHaveBeenCalled();

    await user.type(
      dialog.getByRole('textbox', { name: 'What the document is called' }),
      'Runbook',
    );
    const address = dialog.getByRole('textbox', { name: /^Its address/ });
    await user.type(address, 'ftp://wiki.example.com');
    const add = dialog.getByRole('button', { name: 'Add the link' });
    await user.click(add);
    expect(dialog.getByRole('alert')).toHaveTextContent('https://');
    await user.clear(address);
    await user.type(address, 'https://wiki.example.com');
    await user.click(add);
    expect(
      within(dialog.getByRole('list', { name: 'Evidence given' })).getByText(
        'Runbook',
      ),
    ).toBeVisible();
  });

  it('is not offered for the past', async () => {
    render({}, { asOf: scorecard.asOf });
    expect(
      await screen.findAllByText('Releases are progressive'),
    ).not.toHaveLength(0);
    expect(screen.queryByRole('button', { name: /^Attest:/ })).toBeNull();
  });
});
