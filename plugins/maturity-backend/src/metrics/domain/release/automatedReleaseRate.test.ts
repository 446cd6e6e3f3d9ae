import {
  AS_OF,
  daysAgo,
  deployment,
  HOUR,
  input,
  times,
} from '../../__testUtils__/facts';
import { automatedReleaseRate } from './automatedReleaseRate';

describe('automatedReleaseRate', () => {
  const eighteen = times(18, i =>
    deployment(`d${i}`, { finishedAt: daysAgo(1 + i) }),
  );
  const manual = deployment('manual', {
    finishedAt: daysAgo(30),
    execution: 'manual',
  });

  it('is the worked example of its page', () => {
    expect(
      automatedReleaseRate.measure(input({ facts: [...eighteen, manual] })),
    ).toMatchObject({
      status: 'ok',
      value: 18 / 19,
      n: 19,
      numerator: 18,
      denominator: 19,
      open: 0,
      unknown: 0,
    });
    const twentieth = deployment('d18', { finishedAt: AS_OF - 1 });
    expect(
      automatedReleaseRate.measure(
        input({ facts: [...eighteen, manual, twentieth] }),
      ).value,
    ).toBe(0.95);
  });

  it('counts an unknown execution as not automated and shows it', () => {
    const facts = [
      ...eighteen,
      deployment('unknown', {
        finishedAt: daysAgo(3),
        execution: undefined,
      }),
    ];
    expect(automatedReleaseRate.measure(input({ facts }))).toMatchObject({
      numerator: 18,
      denominator: 19,
      unknown: 1,
    });
  });

  it('takes a link to a pipeline run for execution by a pipeline', () => {
    const linked = { finishedAt: daysAgo(3), run: 'https://ci/run/7' };
    expect(
      automatedReleaseRate.measure(
        input({
          facts: [
            deployment('linked', { ...linked, execution: undefined }),
            deployment('manual', { ...linked, execution: 'manual' }),
          ],
        }),
      ),
    ).toMatchObject({ numerator: 1, denominator: 2, unknown: 0 });
  });

  it('judges a failed deployment by who executed it', () => {
    const facts = [
      deployment('failed', { finishedAt: daysAgo(3), outcome: 'failure' }),
    ];
    expect(automatedReleaseRate.measure(input({ facts }))).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
  });

  it.each([
    ['another environment', { tier: 'staging' as const }],
    ['an unknown environment', { tier: undefined }],
    ['a cancelled deployment', { outcome: 'cancelled' as const }],
    ['a skipped deployment', { outcome: 'skipped' as const }],
    ['a rollback', { purpose: 'rollback' as const }],
    ['one before the window', { finishedAt: input().window.from - 1 }],
    ['one at as-of', { finishedAt: AS_OF }],
  ])('leaves out %s', (_, fields) => {
    const facts = [
      ...eighteen,
      deployment('other', {
        finishedAt: daysAgo(2),
        execution: 'manual',
        ...fields,
      }),
    ];
    expect(automatedReleaseRate.measure(input({ facts }))).toMatchObject({
      value: 1,
      n: 18,
    });
  });

  it('includes the first and the last instant of the window', () => {
    const { window } = input();
    const facts = [
      deployment('first', { finishedAt: window.from }),
      deployment('last', { finishedAt: window.to - 1 }),
    ];
    expect(automatedReleaseRate.measure(input({ facts })).n).toBe(2);
  });

  it('shows running deployments as open and does not judge them', () => {
    const facts = [
      ...eighteen,
      deployment('running', {
        startedAt: AS_OF - HOUR,
        outcome: undefined,
        execution: undefined,
      }),
    ];
    const measurement = automatedReleaseRate.measure(
      input({ facts, evidenceLimit: 1 }),
    );
    expect(measurement).toMatchObject({ n: 18, open: 1, unknown: 0 });
    expect(measurement.evidence).toEqual([
      {
        kind: 'deployment',
        source: 'ci',
        key: 'running',
        at: AS_OF - HOUR,
        role: 'open',
        label: 'prod',
      },
    ]);
  });

  it('names the newest evidence first', () => {
    const facts = [
      deployment('old', { finishedAt: daysAgo(9), version: '1.0' }),
      deployment(
        'new',
        {
          finishedAt: daysAgo(1),
          execution: 'manual',
          version: '1.2',
          url: 'https://cd/2',
        },
        { generated: true },
      ),
      deployment('middle', { finishedAt: daysAgo(5), environment: undefined }),
    ];
    const measurement = automatedReleaseRate.measure(
      input({ facts, evidenceLimit: 2 }),
    );
    expect(measurement.evidence).toEqual([
      {
        kind: 'deployment',
        source: 'ci',
        key: 'new',
        at: daysAgo(1),
        role: 'against',
        label: 'prod 1.2',
        url: 'https://cd/2',
        generated: true,
      },
      {
        kind: 'deployment',
        source: 'ci',
        key: 'middle',
        at: daysAgo(5),
        role: 'for',
      },
    ]);
    expect(measurement.generated).toBe(true);
    expect(
      automatedReleaseRate.measure(input({ facts, evidenceLimit: 0 })).evidence,
    ).toEqual([]);
  });
});
