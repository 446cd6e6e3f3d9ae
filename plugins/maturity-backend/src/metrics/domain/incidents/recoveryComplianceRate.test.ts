import type { IncidentFields } from '@devops-scorecards/plugin-maturity-common';
import { AS_OF, daysAgo, HOUR, input, MINUTE } from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { recoveryComplianceRate } from './recoveryComplianceRate';

const start = daysAgo(5);
const subject = { recoveryTimeObjectiveMs: HOUR };

function measure(...facts: ReturnType<typeof incident>[]) {
  return recoveryComplianceRate.measure(input({ facts, subject }));
}

describe('recoveryComplianceRate', () => {
  it('is the worked example of its page', () => {
    const restored = (minutes: number) =>
      incident(`${minutes}`, {
        startedAt: start,
        restoredAt: start + minutes * MINUTE,
      });
    expect(
      measure(
        restored(10),
        restored(60),
        restored(61),
        incident('beyond', { startedAt: AS_OF - 2 * HOUR }),
        incident('within', { startedAt: AS_OF - 30 * MINUTE }),
      ),
    ).toMatchObject({
      status: 'ok',
      value: 0.5,
      numerator: 2,
      denominator: 4,
      open: 1,
      evidence: [
        { key: 'within', role: 'open' },
        { key: 'beyond', role: 'against', at: AS_OF - HOUR },
        { key: '61', role: 'against' },
        { key: '60', role: 'for' },
        { key: '10', role: 'for' },
      ],
    });
  });

  it.each([
    ['open at the objective', { startedAt: AS_OF - HOUR }, { n: 0, open: 1 }],
    [
      'open beyond it',
      { startedAt: AS_OF - HOUR - 1 },
      { n: 1, numerator: 0, open: 0 },
    ],
    [
      'open beyond it since before the window',
      { startedAt: daysAgo(100) },
      { n: 1, numerator: 0 },
    ],
    [
      'of unknown start, from detection',
      {
        startedAt: undefined,
        detectedAt: start,
        restoredAt: start + HOUR,
      },
      { n: 1, numerator: 1, unknown: 1 },
    ],
    [
      'restored before it started',
      { startedAt: start, restoredAt: start - 1 },
      { n: 0, unknown: 1 },
    ],
  ] as [string, IncidentFields, object][])('%s', (_, fields, expected) => {
    expect(measure(incident('i', fields))).toMatchObject(expected);
  });

  it('asks for the objective', () => {
    const facts = [incident('i', { startedAt: start })];
    const measurement = recoveryComplianceRate.measure(input({ facts }));
    expect(measurement).toMatchObject({
      status: 'no-source',
      missing: [],
      needs: ['recovery-time-objective'],
      n: 0,
      evidence: [],
    });
    expect(measurement).not.toHaveProperty('value');
    expect(
      recoveryComplianceRate.measure(input({ facts, connections: {} })),
    ).toMatchObject({
      status: 'no-source',
      missing: ['incident'],
      needs: ['recovery-time-objective'],
    });
  });
});
