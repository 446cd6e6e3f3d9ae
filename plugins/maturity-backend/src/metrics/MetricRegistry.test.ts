import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { builtInMetrics } from './builtInMetrics';
import { MetricRegistry } from './MetricRegistry';

const [metric] = builtInMetrics;

function altered(definition: Partial<Metric['definition']>): Metric {
  return { ...metric, definition: { ...metric.definition, ...definition } };
}

describe('MetricRegistry', () => {
  it('keeps the order in which metrics were added', () => {
    const registry = MetricRegistry.create(builtInMetrics);
    registry.add(altered({ id: 'another' }));
    expect(registry.list().map(({ definition }) => definition.id)).toEqual([
      ...builtInMetrics.map(({ definition }) => definition.id),
      'another',
    ]);
    expect(registry.definitions()[0]).toBe(metric.definition);
  });

  it('finds by id', () => {
    const registry = MetricRegistry.create([metric]);
    expect(registry.has('deployment-frequency')).toBe(true);
    expect(registry.get('deployment-frequency')).toBe(metric);
    expect(registry.has('constructor')).toBe(false);
    expect(() => registry.get('lead-time')).toThrow(
      "There is no metric 'lead-time', use one of deployment-frequency",
    );
  });

  it('refuses a taken id', () => {
    expect(() => MetricRegistry.create([metric, metric])).toThrow(
      expect.objectContaining({
        name: 'ConflictError',
        message:
          "There is already a metric 'deployment-frequency', give this one an id of its own",
      }),
    );
  });

  it.each([
    [{ statistic: 'p50' as const }, 'list it among its statistics'],
    [{ requires: [] }, 'name at least one'],
    [{ area: undefined }, 'say what it is about'],
  ])('refuses %j', (definition, message) => {
    expect(() => MetricRegistry.create([altered(definition)])).toThrow(message);
  });
});
