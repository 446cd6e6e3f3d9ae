import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  connection,
  daysAgo,
  deployment,
  HOUR,
  input,
  run,
  times,
} from './__testUtils__/facts';
import { builtInMetrics } from './builtInMetrics';

/** Facts from which each metric has a sample of a given size. */
const samples: Record<string, (n: number) => Fact[]> = {
  'deployment-frequency': deployments,
  'automated-release-rate': deployments,
  'deployment-failure-rate': deployments,
  'build-success-rate': builds,
  'build-feedback-time': builds,
  'red-build-fix-time': n =>
    times(n, i =>
      run(`red-${i}`, { finishedAt: daysAgo(i + 2), outcome: 'failure' }),
    ).concat(
      times(n, i => run(`green-${i}`, { finishedAt: daysAgo(i + 2) + HOUR })),
    ),
};

function deployments(n: number): Fact[] {
  return times(n, i => deployment(`d${i}`, { finishedAt: daysAgo(i + 1) }));
}

function builds(n: number): Fact[] {
  return times(n, i =>
    run(`r${i}`, {
      commit: `c${i}`,
      commitAt: daysAgo(i + 1) - HOUR,
      finishedAt: daysAgo(i + 1),
    }),
  );
}

const table = builtInMetrics.map(
  metric =>
    [metric.definition.id, metric, samples[metric.definition.id]] as const,
);

describe.each(table)('%s', (_, metric, factsFor) => {
  const { definition } = metric;
  const { minimum } = definition;
  const rate = definition.unit === 'per-day';
  const [kind] = definition.requires;

  it('is ok from the minimum on', () => {
    for (const n of [Math.max(minimum, 1), minimum + 7]) {
      const measurement = metric.measure(input({ facts: factsFor(n) }));
      expect(measurement).toMatchObject({ status: 'ok', n, minimum });
      expect(measurement.value).toEqual(expect.any(Number));
      expect(measurement).not.toHaveProperty('connectedSince');
    }
  });

  it(`is ${rate ? 'ok' : 'insufficient'} with few, and keeps the value`, () => {
    const measurement = metric.measure(input({ facts: factsFor(1) }));
    expect(measurement.status).toBe(rate ? 'ok' : 'insufficient');
    expect(measurement.value).toEqual(expect.any(Number));
  });

  it(`is ${
    rate ? 'ok with 0' : 'none without a value'
  } when nothing happened`, () => {
    const measurement = metric.measure(input());
    expect(measurement.status).toBe(rate ? 'ok' : 'none');
    expect(measurement.value).toBe(rate ? 0 : undefined);
    expect(measurement.distribution).toBeUndefined();
  });

  it('is insufficient without a value when nothing happened since it was connected', () => {
    const measurement = metric.measure(
      input({ connections: { [kind]: connection({ since: daysAgo(20) }) } }),
    );
    expect(measurement).toMatchObject({
      status: 'insufficient',
      n: 0,
      connectedSince: daysAgo(20),
    });
    expect(measurement).not.toHaveProperty('value');
  });

  it('has no source, whatever facts lie around', () => {
    const measurement = metric.measure(
      input({ facts: factsFor(minimum + 1), connections: {} }),
    );
    expect(measurement).toMatchObject({
      status: 'no-source',
      missing: [kind],
      n: 0,
      evidence: [],
      generated: false,
    });
    expect(measurement).not.toHaveProperty('value');
    expect(measurement).not.toHaveProperty('numerator');
  });

  it('is stale with its value when the source has gone silent', () => {
    const silent = connection({
      lastSeen: AS_OF - 2 * HOUR,
      staleAfterMs: HOUR,
    });
    const measurement = metric.measure(
      input({
        facts: factsFor(minimum + 1),
        connections: { [kind]: silent },
      }),
    );
    expect(measurement).toMatchObject({ status: 'stale', n: minimum + 1 });
    expect(measurement.value).toEqual(expect.any(Number));
    expect(
      metric.measure(input({ connections: { [kind]: silent } })),
    ).not.toHaveProperty('value');
  });

  it('says what is generated', () => {
    const facts = factsFor(3);
    expect(metric.measure(input({ facts })).generated).toBe(false);
    expect(
      metric.measure(
        input({ facts: facts.map(fact => ({ ...fact, generated: true })) }),
      ).generated,
    ).toBe(true);
  });

  it('reports what it was asked', () => {
    const asked = input();
    const measurement = metric.measure(asked);
    expect(measurement).toMatchObject({
      metric: definition.id,
      unit: definition.unit,
      statistic: definition.statistic,
      window: asked.window,
      asOf: asked.asOf,
    });
    expect(measurement.window).not.toBe(asked.window);
  });

  it('survives as JSON', () => {
    const measurement = metric.measure(input({ facts: factsFor(minimum + 1) }));
    expect(JSON.parse(JSON.stringify(measurement))).toEqual(measurement);
  });

  it('has a definition in both languages and a page', () => {
    for (const text of [definition.title, definition.description]) {
      expect(text.en).toMatch(/^[A-Z]/);
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
    }
    expect(definition.page).toBe(`metrics/${definition.id}.md`);
    expect(definition.source).not.toBe('');
  });
});
