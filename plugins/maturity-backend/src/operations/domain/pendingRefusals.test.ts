import fc from 'fast-check';
import {
  addRefused,
  mergePending,
  MOST_REFUSALS,
  nothingPending,
  type Pending,
} from './pendingRefusals';

const refusal = fc.record({
  id: fc.option(fc.string(), { nil: undefined }),
  code: fc.constantFrom(400, 401, 422),
  message: fc.constantFrom('wrong signature', 'no time', 'no id'),
});
const delivery = fc.record({
  door: fc.constantFrom('hooks' as const, 'events' as const),
  receivedAt: fc.nat(1_000),
  refusals: fc.array(refusal, { maxLength: 300 }),
});

const gather = (deliveries: readonly Parameters<typeof addRefused>[1][]) =>
  deliveries.reduce(addRefused, nothingPending());

const timesOf = ({ deliveries }: Pending) =>
  [...deliveries.values()].reduce((sum, { times }) => sum + times, 0);

describe('pending refusals', () => {
  it('count everything and keep a bounded part of it', () => {
    fc.assert(
      fc.property(fc.array(delivery, { maxLength: 5 }), deliveries => {
        const pending = gather(deliveries);
        const all = deliveries.flatMap(({ refusals }) => refusals);
        const whole = all.filter(({ id }) => id === undefined);
        expect(pending.count).toBe(all.length);
        expect(pending.events.length).toBe(
          Math.min(MOST_REFUSALS, all.length - whole.length),
        );
        // Two doors, three codes, three messages: 18 reasons at most.
        expect(timesOf(pending)).toBe(whole.length);
      }),
    );
  });

  it('are the same whether gathered at once or in two spans', () => {
    fc.assert(
      fc.property(
        fc.array(delivery, { maxLength: 4 }),
        fc.nat(4),
        (deliveries, cut) => {
          expect(
            mergePending(
              gather(deliveries.slice(0, cut)),
              gather(deliveries.slice(cut)),
            ),
          ).toEqual(gather(deliveries));
        },
      ),
    );
  });

  it('tell a bounded number of reasons apart, and count the others', () => {
    const pending = gather(
      Array.from({ length: 50 }, (_, index) => ({
        door: 'hooks' as const,
        receivedAt: index,
        refusals: [{ code: 400, message: `reason ${index}` }],
      })),
    );
    expect(pending.count).toBe(50);
    expect(pending.deliveries.size).toBe(20);
  });

  it('hold nothing that a database cannot keep', () => {
    const [kept] = gather([
      {
        door: 'events',
        receivedAt: 1,
        refusals: [
          { id: `a\0${'x'.repeat(600)}`, code: 400, message: 'b\uD800' },
        ],
      },
    ]).events;
    expect(kept.id).toMatch(/^a\uFFFDx+$/);
    expect(kept.id).toHaveLength(512);
    expect(kept.message).toBe('b\uFFFD');
  });
});
