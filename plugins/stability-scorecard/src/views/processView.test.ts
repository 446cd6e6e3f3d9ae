import {
  attestationCard,
  mustHaveCard,
  stabilityScorecardFixture,
} from '../__testUtils__/stabilityScorecardFixture';
import { stabilityTexts } from '../__testUtils__/stabilityTexts';
import { toProcessView, toProcessViews } from './processView';

const words = stabilityTexts();
const scorecard = stabilityScorecardFixture();
const [node] = scorecard.root.children![0].children!;

describe('toProcessViews', () => {
  it('says of each process how it stands and what to do', () => {
    const views = toProcessViews(scorecard, words);
    expect(views).toHaveLength(10);
    expect(views[0]).toMatchObject({
      id: 'P1',
      state: 'attestable',
      todo: '1 criterion waits for an attestation.',
      attested: '0 of 1 attested',
      mustHave: undefined,
    });
    expect(views[2]).toMatchObject({
      state: 'measured',
      todo: 'Still open: Drilled within 12 months (P3.runbook-2)',
      mustHave: { metric: 'monitoring-discovery-rate' },
      attested: undefined,
    });
    expect(views[4]).toMatchObject({
      state: 'notConnected',
      todo: 'Connect a source of incidents.',
    });
    // What has no level is never shown as level 1.
    expect(views[4].row.level.measured).toBeUndefined();
  });

  it('asks for a setting where that is what is missing', () => {
    const view = toProcessView({
      node: {
        ...node,
        criteria: [
          mustHaveCard({
            id: 'P5.recovery-2',
            metric: 'recovery-compliance-rate',
            result: { outcome: 'undecided', reason: 'no-source' },
            measured: {
              status: 'no-source',
              value: undefined,
              needs: ['recovery-time-objective'],
            },
          }),
        ],
      },
      scorecard,
      words,
    });
    expect(view.state).toBe('notConnected');
    expect(view.todo).toContain('devops-scorecards.io/recovery-time-objective');
  });

  it('tells too little data from none', () => {
    const view = toProcessView({
      node: {
        ...node,
        criteria: [
          mustHaveCard({
            id: 'P3.discovery-2',
            metric: 'monitoring-discovery-rate',
            result: { outcome: 'undecided', reason: 'insufficient' },
            measured: { status: 'insufficient', n: 2, minimum: 5 },
          }),
        ],
      },
      scorecard,
      words,
    });
    expect(view).toMatchObject({
      state: 'waiting',
      todo: '2 in the window, at least 5 are needed.',
    });
  });

  it('names the lowest criterion that fails first', () => {
    const failing = mustHaveCard({
      id: 'P3.discovery-2',
      metric: 'monitoring-discovery-rate',
      result: { outcome: 'fail' },
    });
    const view = toProcessView({
      node: {
        ...node,
        levels: { ...node.levels, measured: 1, decided: 1 },
        criteria: [attestationCard('P3.a-2'), failing],
      },
      scorecard,
      words,
    });
    expect(view).toMatchObject({
      state: 'measured',
      todo: 'Next: Monitoring notices 80 % first',
    });
  });

  it.each([
    [
      'byAttestation',
      { measured: 2 as const },
      true,
      'Everything it asks for is met.',
    ],
    ['notApplicable', {}, false, 'Nothing is asked of this service.'],
  ])('%s', (state, levels, applicable, todo) => {
    const view = toProcessView({
      node: {
        ...node,
        applicable,
        levels: { ...node.levels, ...levels },
        criteria: [
          { ...attestationCard('P1.a-2'), result: { outcome: 'pass' } },
        ],
      },
      scorecard,
      words,
    });
    expect(view).toMatchObject({ state, todo });
  });
});
