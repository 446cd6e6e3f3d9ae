import {
  AS_OF,
  DAY,
  daysAgo,
  input,
  times,
  workItem,
} from '../../__testUtils__/facts';
import { requirementLeadTime } from './requirementLeadTime';

describe('requirementLeadTime', () => {
  it('is the worked example of its page', () => {
    const days = [3, 5, 7, 8, 12];
    const facts = times(5, i =>
      workItem(`${i}`, {
        createdAt: daysAgo(80),
        acceptedAt: daysAgo(10 + i + days[i]),
        releasedAt: daysAgo(10 + i),
      }),
    );
    expect(requirementLeadTime.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 7 * DAY,
      n: 5,
      open: 0,
      unknown: 0,
      distribution: { mean: 7 * DAY, p50: 7 * DAY, p85: 9.6 * DAY },
    });
  });

  it('belongs to the window of the release, however old', () => {
    const facts = [
      workItem('1', { acceptedAt: daysAgo(400), releasedAt: daysAgo(5) }),
    ];
    const measure = (from: number, to: number) =>
      requirementLeadTime.measure(
        input({ facts, window: { from: daysAgo(from), to: daysAgo(to) } }),
      );
    expect(measure(9, 5)).toMatchObject({ n: 0, open: 1 });
    expect(measure(5, 4)).toMatchObject({ n: 1, open: 0, value: 395 * DAY });
  });

  it.each([
    ['never accepted', { acceptedAt: undefined }, { n: 0, unknown: 1 }],
    ['accepted later', { acceptedAt: daysAgo(1) }, { n: 0, unknown: 1 }],
    ['dropped', { dropped: true }, { n: 0, unknown: 0, open: 0 }],
    ['of another form', { form: 'defect' as const }, { n: 0, unknown: 0 }],
    ['of an unknown form', { form: undefined }, { n: 0, unknown: 0 }],
    [
      'done, but not known to be released',
      { releasedAt: undefined, doneAt: daysAgo(2) },
      { n: 0, unknown: 1, open: 0 },
    ],
    [
      'done, and released after as-of',
      { releasedAt: AS_OF, doneAt: daysAgo(2) },
      { n: 0, unknown: 0, open: 0 },
    ],
    [
      'accepted and going on',
      { releasedAt: undefined },
      { n: 0, unknown: 0, open: 1 },
    ],
    [
      'to be accepted',
      { acceptedAt: AS_OF, releasedAt: undefined },
      { n: 0, open: 0 },
    ],
  ])('knows a requirement %s', (_, fields, expected) => {
    const facts = [
      workItem('1', {
        acceptedAt: daysAgo(9),
        releasedAt: daysAgo(2),
        ...fields,
      }),
    ];
    expect(requirementLeadTime.measure(input({ facts }))).toMatchObject(
      expected,
    );
  });

  it('shows what goes on, with its age', () => {
    const facts = [
      workItem('1', { title: 'Pay later', acceptedAt: daysAgo(300) }),
    ];
    expect(requirementLeadTime.measure(input({ facts })).evidence).toEqual([
      expect.objectContaining({
        key: '1',
        role: 'open',
        value: 300 * DAY,
        label: 'Pay later',
      }),
    ]);
  });
});
