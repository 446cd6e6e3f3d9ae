import type { WorkItemFields } from '@devops-scorecards/plugin-maturity-common';
import { AS_OF, at, DAY, input, workItem } from '../../__testUtils__/facts';
import { improvementClosureRate } from './improvementClosureRate';

/** Its four weeks end with 29 October. */
const createdAt = at('2026-10-01T10:00');

function measured(...items: WorkItemFields[]) {
  return improvementClosureRate.measure(
    input({
      facts: items.map((fields, i) =>
        workItem(`${i}`, { form: 'improvement', createdAt, ...fields }),
      ),
    }),
  );
}

describe('improvementClosureRate', () => {
  it('is the worked example of its page', () => {
    expect(
      measured(
        { doneAt: createdAt + DAY },
        { doneAt: createdAt + 20 * DAY },
        { doneAt: createdAt + 35 * DAY },
        {},
        { dropped: true },
      ),
    ).toMatchObject({
      status: 'ok',
      value: 0.5,
      numerator: 2,
      denominator: 4,
      unknown: 0,
    });
  });

  it.each<[string, WorkItemFields, object]>([
    [
      'done on the last day',
      { doneAt: at('2026-10-29T23:59:59.999') },
      { n: 1, numerator: 1 },
    ],
    [
      'done after it',
      { doneAt: at('2026-10-30T00:00') },
      { n: 1, numerator: 0 },
    ],
    [
      'released in time, and not said to be done',
      { releasedAt: createdAt + DAY },
      { n: 1, numerator: 1 },
    ],
    [
      'whose four weeks are not over',
      { createdAt: at('2026-11-01T10:00'), doneAt: at('2026-11-02T10:00') },
      { n: 0 },
    ],
    [
      'whose four weeks end with as-of',
      { createdAt: AS_OF - 28 * DAY },
      { n: 0 },
    ],
    ['of another form', { form: 'action' }, { n: 0, unknown: 0 }],
    [
      'that nobody knows when it was opened',
      { createdAt: undefined, doneAt: at('2026-11-02T10:00') },
      { n: 0, unknown: 1 },
    ],
  ])('an improvement %s', (_, fields, expected) => {
    expect(measured(fields)).toMatchObject(expected);
  });
});
