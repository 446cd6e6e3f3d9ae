import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { AS_OF, deployment, input, run } from './__testUtils__/facts';
import { measureAll, metricsOfFacts } from './__testUtils__/measureAll';
import { builtInMetrics } from './builtInMetrics';

describe('measureEntity', () => {
  it('measures every metric', () => {
    expect(Object.keys(measureAll([]))).toEqual(
      metricsOfFacts.map(({ definition }) => definition.id),
    );
  });

  it('turns an exception into status error and loses none of the others', () => {
    const broken: Metric = {
      definition: { ...builtInMetrics[0].definition, id: 'broken' },
      measure() {
        throw new Error('no such unit');
      },
    };
    const careless: Metric = {
      definition: { ...builtInMetrics[0].definition, id: 'careless' },
      measure() {
        // eslint-disable-next-line no-throw-literal
        throw 'just text';
      },
    };
    const measurements = measureAll([], {
      metrics: [broken, careless, ...builtInMetrics],
    });
    expect(measurements.broken).toEqual({
      metric: 'broken',
      status: 'error',
      reason: 'no such unit',
      unit: 'per-day',
      statistic: 'value',
      minimum: 0,
      n: 0,
      open: 0,
      window: input().window,
      asOf: AS_OF,
      evidence: [],
      generated: false,
    });
    expect(measurements.careless.reason).toBe('just text');
    expect(measurements['deployment-frequency'].status).toBe('ok');
  });

  it('gives a metric the kinds that it requires, in order, each fact once', () => {
    const seen: string[] = [];
    const metric: Metric = {
      definition: {
        ...builtInMetrics[0].definition,
        requires: ['deployment', 'run'],
      },
      measure(given) {
        seen.push(...given.facts.map(({ kind, key }) => `${kind} ${key}`));
        return builtInMetrics[0].measure(given);
      },
    };
    measureAll(
      [
        run('2'),
        run('1'),
        deployment('1', {}, { lastSeq: 1 }),
        deployment('1', { url: 'https://cd/1' }, { lastSeq: 2 }),
        run('2'),
      ],
      { metrics: [metric] },
    );
    expect(seen).toEqual(['deployment 1', 'run 1', 'run 2']);
  });

  it.each([
    [{ from: 5, to: 5 }, 'its start must lie before its end'],
    [{ from: AS_OF, to: AS_OF + 1 }, 'its start must lie before as-of'],
  ])('refuses the window %j', (window, message) => {
    expect(() => measureAll([], { window })).toThrow(message);
  });
});
