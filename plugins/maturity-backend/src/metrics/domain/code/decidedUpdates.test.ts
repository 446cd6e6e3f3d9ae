import type { ChangeFields } from '@devops-scorecards/plugin-maturity-common';
import { change, daysAgo, input, times } from '../../__testUtils__/facts';
import { gateEnforcementRate } from './gateEnforcementRate';
import { reviewRate } from './reviewRate';
import { workItemLinkRate } from './workItemLinkRate';

const mergedAt = daysAgo(3);

describe.each([
  [
    'the review rate',
    reviewRate,
    { approved: true },
    { approved: false },
    true,
  ],
  [
    'the work-item link rate',
    workItemLinkRate,
    { workItems: 2 },
    { workItems: 0 },
    false,
  ],
  [
    'the gate enforcement rate',
    gateEnforcementRate,
    { gates: 'passed' },
    { gates: 'bypassed' },
    true,
  ],
] as [string, typeof reviewRate, ChangeFields, ChangeFields, boolean][])(
  '%s',
  (_, metric, good, bad, bots) => {
    function measured(...changes: ChangeFields[]) {
      return metric.measure(
        input({
          facts: changes.map((fields, i) =>
            change(`${i}`, { mergedAt, ...fields }),
          ),
        }),
      );
    }

    it('is the worked example of its page', () => {
      expect(
        measured(
          ...Array.from({ length: 16 }, () => good),
          ...Array.from({ length: 3 }, () => bad),
          {},
        ),
      ).toMatchObject({
        status: 'ok',
        value: 0.8,
        n: 20,
        numerator: 16,
        denominator: 20,
        unknown: 1,
      });
    });

    it('takes a merge and its push for one update', () => {
      const push: ChangeFields = { form: 'push', mergeSha: 'same' };
      expect(measured({ ...good, mergeSha: 'same' }, push)).toMatchObject({
        n: 1,
        numerator: 1,
        unknown: 0,
      });
    });

    it('believes what speaks against an update', () => {
      const twice = { mergeSha: 'same' };
      expect(
        measured({ ...good, ...twice }, { ...bad, ...twice }),
      ).toMatchObject({ n: 1, numerator: 0, unknown: 0 });
    });

    it.each<[string, ChangeFields, number]>([
      ['of a branch', { trunk: false }, 0],
      ['that was not merged', { mergedAt: undefined, closedAt: mergedAt }, 0],
      ['from before the window', { mergedAt: daysAgo(91) }, 0],
      ['of a bot', { bot: true }, bots ? 1 : 0],
    ])('a change %s', (__, fields, n) => {
      expect(measured({ ...good, ...fields }).n).toBe(n);
    });

    it('sees the earlier half of an update that midnight parts', () => {
      const { window } = input();
      const facts = [
        change('request', {
          mergedAt: window.from - 1,
          mergeSha: 'x',
          ...good,
        }),
        change('push', { form: 'push', mergedAt: window.from, mergeSha: 'x' }),
      ];
      expect(metric.measure(input({ facts })).n).toBe(0);
    });
  },
);

it('counts a failed gate as not enforced', () => {
  const facts = times(1, () => change('1', { mergedAt, gates: 'failed' }));
  expect(gateEnforcementRate.measure(input({ facts }))).toMatchObject({
    n: 1,
    numerator: 0,
    unknown: 0,
  });
});
