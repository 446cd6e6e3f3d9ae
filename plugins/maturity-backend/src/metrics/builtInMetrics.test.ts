import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import {
  allConnected,
  AS_OF,
  daysAgo,
  HOUR,
  input,
  MINUTE,
} from './__testUtils__/facts';
import { incidentSamples } from './__testUtils__/incidents';
import { metricsOfFacts } from './__testUtils__/measureAll';
import { samples } from './__testUtils__/samples';
import { builtInReadings } from './domain/measures';

/** Of so many weeks there are four at most, and one reading is the latest. */
const MOST: Record<string, number> = {
  'releasable-weeks': 4,
  'releasable-twice-weeks': 4,
  'version-control-in-use': 1,
  'continuous-integration-in-use': 1,
  'technical-debt-change': 2,
  ...Object.fromEntries(
    builtInReadings
      .filter(({ kind }) => kind === 'latest-value')
      .map(({ id }) => [id, 1]),
  ),
};

/** Where nothing happened there was no downtime, and that is known. */
const QUIET: Record<string, number> = {
  availability: 1,
  'error-budget': 1,
  'burn-rate-1h': 0,
  'burn-rate-6h': 0,
  'burn-rate-3d': 0,
};

/** A change takes two readings. */
const OF_TWO = ['technical-debt-change'];

/** Their own window is short. */
const SINCE: Record<string, number> = {
  'burn-rate-1h': AS_OF - 10 * MINUTE,
  'burn-rate-6h': AS_OF - 10 * MINUTE,
  'burn-rate-3d': AS_OF - 10 * MINUTE,
};

const allSamples = { ...samples, ...incidentSamples };

const table = metricsOfFacts.map(
  metric =>
    [metric.definition.id, metric, allSamples[metric.definition.id]] as const,
);

function ask(fields: Partial<MetricInput> = {}): MetricInput {
  return input({
    subject: {
      teamSize: 5,
      recoveryTimeObjectiveMs: HOUR,
      availabilityTarget: 0.99,
    },
    ...fields,
  });
}

describe.each(table)('%s', (_, metric, factsFor) => {
  const { definition } = metric;
  const { minimum } = definition;
  // Nobody is known to take readings before there is one.
  const unheardOf = definition.measure !== undefined;
  const counts = ['per-day', 'count'].includes(definition.unit);
  const since = SINCE[definition.id] ?? daysAgo(20);
  const most = MOST[definition.id] ?? minimum + 7;
  const quiet = counts ? 0 : QUIET[definition.id];

  it('is ok from the minimum on', () => {
    for (const n of [Math.max(minimum, 1), most]) {
      const measurement = metric.measure(ask({ facts: factsFor(n) }));
      expect(measurement).toMatchObject({ status: 'ok', n, minimum });
      expect(measurement.value).toEqual(expect.any(Number));
      expect(measurement).not.toHaveProperty('connectedSince');
    }
  });

  it(`is ${
    minimum > 1 ? 'insufficient' : 'ok'
  } with one, and has the value`, () => {
    const measurement = metric.measure(ask({ facts: factsFor(1) }));
    expect(measurement.status).toBe(minimum > 1 ? 'insufficient' : 'ok');
    expect(typeof measurement.value).toBe(
      OF_TWO.includes(definition.id) ? 'undefined' : 'number',
    );
  });

  const heard = quiet === undefined ? 'none' : 'ok';
  const silent = unheardOf ? 'no-source' : heard;

  it(`is ${silent} when nothing happened`, () => {
    const measurement = metric.measure(ask());
    const value = unheardOf ? undefined : quiet;
    expect(measurement.status).toBe(silent);
    expect(measurement.value).toBe(value);
    expect(measurement.distribution?.max).toBe(
      definition.statistic === 'value' ? undefined : value,
    );
  });

  it('is insufficient without a value when nothing happened since it was connected', () => {
    const measurement = metric.measure(
      ask({ connections: allConnected({ since }) }),
    );
    expect(measurement).toMatchObject(
      unheardOf
        ? { status: 'no-source', n: 0 }
        : { status: 'insufficient', n: 0, connectedSince: since },
    );
    expect(measurement).not.toHaveProperty('value');
  });

  it('has no source, whatever facts lie around', () => {
    const measurement = metric.measure(
      ask({ facts: factsFor(minimum + 1), connections: {} }),
    );
    expect(measurement).toMatchObject({
      status: 'no-source',
      missing: definition.requires,
      n: 0,
      evidence: [],
      generated: false,
    });
    expect(measurement).not.toHaveProperty('value');
    expect(measurement).not.toHaveProperty('numerator');
  });

  it('is stale with its value when the source has gone silent', () => {
    const connections = allConnected({
      lastSeen: AS_OF - 2 * HOUR,
      staleAfterMs: HOUR,
    });
    const n = Math.min(minimum + 1, most);
    const measurement = metric.measure(
      ask({ facts: factsFor(n), connections }),
    );
    expect(measurement).toMatchObject({ status: 'stale', n });
    expect(measurement.value).toEqual(expect.any(Number));
    expect(metric.measure(ask({ connections }))).not.toHaveProperty('value');
  });

  it('says what is generated', () => {
    const facts = factsFor(3);
    expect(metric.measure(ask({ facts })).generated).toBe(false);
    expect(
      metric.measure(
        ask({ facts: facts.map(fact => ({ ...fact, generated: true })) }),
      ).generated,
    ).toBe(true);
  });

  it('reports what it was asked', () => {
    const asked = ask();
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
    const measurement = metric.measure(ask({ facts: factsFor(minimum + 1) }));
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
