import type { Detector } from '@devops-scorecards/plugin-maturity-common';
import { AS_OF, daysAgo, input } from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { monitoringDiscoveryRate } from './monitoringDiscoveryRate';

function faults(...detectors: (Detector | undefined)[]) {
  return detectors.map((detectedBy, i) =>
    incident(`i${i}`, { startedAt: daysAgo(i + 1), detectedBy }),
  );
}

function measure(facts: ReturnType<typeof faults>) {
  return monitoringDiscoveryRate.measure(input({ facts, evidenceLimit: 100 }));
}

describe('monitoringDiscoveryRate', () => {
  it('is the worked example of its page', () => {
    expect(
      measure(
        faults(
          'monitoring',
          'monitoring',
          'monitoring',
          'monitoring',
          'monitoring',
          'monitoring',
          'inspection',
          'user',
          'regulator',
          undefined,
        ),
      ),
    ).toMatchObject({
      status: 'ok',
      value: 0.6,
      numerator: 6,
      denominator: 10,
      unknown: 1,
      parts: {
        monitoring: 6,
        inspection: 1,
        user: 1,
        regulator: 1,
        unknown: 1,
      },
    });
  });

  it.each([
    ['monitoring', 1],
    ['inspection', 0],
    ['user', 0],
    ['regulator', 0],
    [undefined, 0],
  ] as const)('of what %s noticed', (detector, numerator) => {
    const measurement = measure(faults(detector));
    expect(measurement).toMatchObject({
      status: 'insufficient',
      numerator,
      denominator: 1,
      unknown: detector === undefined ? 1 : 0,
    });
    expect(measurement.evidence[0].role).toBe(numerator ? 'for' : 'against');
  });

  it('is by start', () => {
    expect(
      measure([
        incident('before', { startedAt: daysAgo(91) }),
        incident('after', { startedAt: AS_OF }),
        incident('unknown start', { detectedAt: daysAgo(2) }),
        incident('planned', { startedAt: daysAgo(2), scheduled: true }),
      ]),
    ).toMatchObject({ n: 1 });
  });

  it('has no source where only alerts tell of faults', () => {
    const made = incident('alerts:a', { detectedAt: daysAgo(2) });
    const measurement = measure([made, ...faults('monitoring', 'monitoring')]);
    expect(measurement).toMatchObject({
      status: 'no-source',
      missing: ['incident'],
      n: 0,
    });
    expect(measurement).not.toHaveProperty('value');
    expect(measurement).not.toHaveProperty('parts');
  });

  it('is none, not 100 %, without faults', () => {
    expect(measure([])).toMatchObject({ status: 'none', n: 0 });
  });
});
