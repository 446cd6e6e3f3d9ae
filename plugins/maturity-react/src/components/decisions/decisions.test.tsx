import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestApiProvider } from '@backstage/test-utils';
import { identityApiRef } from '@backstage/core-plugin-api';
import type {
  Decision,
  MaturityApi,
} from '@devops-scorecards/plugin-maturity-common';
import { axe } from 'jest-axe';
import { maturityApiRef } from '../../api';
import { decisionFixture } from '../../fixtures/decisionFixture';
import { factFixture } from '../../fixtures/factFixture';
import { maturityApiFixture } from '../../fixtures/maturityApiFixture';
import { englishTexts } from '../../testing/englishTexts';
import { renderPart, type RenderPartOptions } from '../../testing/renderPart';
import { checkCorrection, correctionTitle, draftOf } from './correctionDraft';
import { DecisionList } from './DecisionList';

function render(
  options: {
    decision?: Partial<Decision>;
    viewer?: string;
    api?: Partial<MaturityApi>;
    onDecided?: () => void;
  } & RenderPartOptions = {},
) {
  const { decision, viewer = 'user:default/zhao', api, ...look } = options;
  return renderPart(
    <TestApiProvider
      apis={[
        [maturityApiRef, maturityApiFixture(api)],
        [
          identityApiRef,
          {
            getBackstageIdentity: async () => ({ userEntityRef: viewer }),
          } as never,
        ],
      ]}
    >
      <main>
        <h1>Approvals</h1>
        <h2>Waiting</h2>
        <DecisionList
          decisions={[decisionFixture(decision)]}
          title="Waiting"
          empty="None"
          timeZone="Asia/Shanghai"
          onDecided={options.onDecided ?? (() => {})}
          renderEntity={ref => <span>{ref}</span>}
        />
      </main>
    </TestApiProvider>,
    look,
  );
}

describe('DecisionCard', () => {
  it('shows what there is to decide and takes approval', async () => {
    const user = userEvent.setup();
    const decide = jest.fn(maturityApiFixture().decide);
    const onDecided = jest.fn();
    render({ api: { decide }, onDecided });
    expect(
      await screen.findByText('Releases reach users in steps.'),
    ).toBeVisible();
    expect(screen.getByText('caict-part3: 2 → 3')).toBeVisible();
    expect(screen.getByText('raises a level')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open Runbook in a new tab' }),
    ).toHaveAttribute('href', 'https://wiki.example.com/runbook');
    await user.click(await screen.findByRole('button', { name: /^Approve/ }));
    expect(decide).toHaveBeenCalledWith({
      id: 'decision-1',
      step: 'approve',
      reason: undefined,
    });
    expect(onDecided).toHaveBeenCalled();
  });

  it('rejects only with a reason', async () => {
    const user = userEvent.setup();
    const decide = jest.fn(maturityApiFixture().decide);
    render({ api: { decide } });
    await user.click(await screen.findByRole('button', { name: /^Reject/ }));
    const confirm = screen.getByRole('button', { name: 'Reject' });
    await user.click(confirm);
    expect(screen.getByRole('alert')).toHaveTextContent('Say why.');
    await user.type(screen.getByRole('textbox', { name: /^Why/ }), 'Too old');
    await user.click(confirm);
    expect(decide).toHaveBeenCalledWith({
      id: 'decision-1',
      step: 'reject',
      reason: 'Too old',
    });
  });

  it('leaves own ones to others, but lets them be withdrawn', async () => {
    render({ viewer: 'User:default/Lin' });
    expect(
      await screen.findByText(/another person has to decide/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Approve/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^Withdraw/ })).toBeVisible();
  });

  it('says what the backend refused', async () => {
    const user = userEvent.setup();
    render({
      api: { decide: () => Promise.reject(new Error('already decided')) },
    });
    await user.click(await screen.findByRole('button', { name: /^Approve/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'already decided',
    );
  });

  it('downloads uploads and never opens them', async () => {
    const user = userEvent.setup();
    const downloadEvidence = jest.fn(async () => new Blob(['x']));
    URL.createObjectURL = jest.fn(() => 'blob:x');
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    render({ api: { downloadEvidence } });
    await user.click(
      await screen.findByRole('button', { name: 'Download Rollout plan' }),
    );
    expect(downloadEvidence).toHaveBeenCalledWith({
      id: 'decision-1',
      sha256: 'a'.repeat(64),
    });
    expect(click.mock.contexts[0]).toHaveAttribute('download', 'Rollout plan');
    click.mockRestore();
  });

  it('tells a correction in words', async () => {
    const { container } = render({
      language: 'zh',
      theme: 'dark',
      decision: {
        content: {
          kind: 'correct',
          fact: { kind: 'incident', source: 'itsm', key: 'INC-7' },
          fields: { detectedBy: 'monitoring' },
          clears: ['cause'],
        },
        state: 'approved',
        steps: [],
      },
    });
    expect(await screen.findByText('itsm 的故障 INC-7')).toBeVisible();
    const [list] = within(container).getAllByRole('list').slice(1);
    expect(list).toHaveTextContent('由谁发现：监控原因：未知');
    expect(screen.getByText('已生效')).toBeVisible();
    expect((await axe(container)).violations).toEqual([]);
  });
});

describe('checkCorrection', () => {
  const texts = englishTexts();
  const timeZone = 'Asia/Shanghai';
  const record = factFixture({
    kind: 'incident',
    fields: {
      startedAt: Date.UTC(2026, 10, 1, 2),
      restoredAt: Date.UTC(2026, 10, 1, 3),
      severity: 'major',
      scheduled: false,
    },
  });
  const check = (changes: Record<string, string>, exclude = false) =>
    checkCorrection({
      record,
      exclude,
      texts,
      timeZone,
      draft: draftOf(record, timeZone).map(field => ({
        ...field,
        text: changes[field.name] ?? field.text,
      })),
    });

  it('sends only what changed, in the types of the fields', () => {
    expect(
      check({
        startedAt: '2026-11-01T09:30:00',
        severity: 'critical',
        scheduled: 'true',
      }).content,
    ).toEqual({
      fields: {
        startedAt: Date.UTC(2026, 10, 1, 1, 30),
        severity: 'critical',
        scheduled: true,
      },
    });
  });

  it('says of an emptied field that it is not known', () => {
    expect(check({ restoredAt: '' }).content).toEqual({
      clears: ['restoredAt'],
    });
  });

  it('leaves out and takes back in', () => {
    expect(check({}, true).content).toEqual({ exclude: true });
    const excluded = { ...record, state: 'excluded' as const };
    expect(
      checkCorrection({
        record: excluded,
        exclude: false,
        texts,
        timeZone,
        draft: draftOf(excluded, timeZone),
      }).content,
    ).toEqual({ exclude: false });
  });

  it('leaves fields alone that no longer matter', () => {
    expect(check({ severity: 'critical' }, true).content).toEqual({
      exclude: true,
    });
  });

  it('names what can be done about a fact', () => {
    expect(correctionTitle(record)).toBe('correct.open');
    expect(correctionTitle(factFixture({ kind: 'alert' }))).toBe(
      'correct.exclude',
    );
    expect(correctionTitle({ ...record, state: 'excluded' })).toBe(
      'correct.include',
    );
  });

  it.each([
    [{}, 'Change at least one thing.'],
    [{ startedAt: 'soon' }, 'Started: not a date and time.'],
    [{ startedAt: '2026-11-01T12:00:00' }, 'Restored lies before Started.'],
  ])('refuses %j', (changes, problem) => {
    expect(check(changes)).toEqual({ problems: [problem] });
  });
});
