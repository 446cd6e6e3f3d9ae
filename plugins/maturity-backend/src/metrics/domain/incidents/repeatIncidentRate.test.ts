import { AS_OF, daysAgo, input } from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { repeatIncidentRate } from './repeatIncidentRate';

const startedAt = daysAgo(5);
const reviewedAt = daysAgo(3);

describe('repeatIncidentRate', () => {
  it('is the worked example of its page', () => {
    const facts = [
      incident('repeats', { startedAt, reviewedAt, repeatOf: 'old' }),
      incident('a', { startedAt, reviewedAt }),
      incident('b', { startedAt, reviewedAt }),
      incident('c', { startedAt, reviewedAt }),
      incident('not reviewed', { startedAt }),
      incident('reviewed later', { startedAt, reviewedAt: AS_OF }),
      incident('before', { startedAt: daysAgo(91), reviewedAt }),
    ];
    expect(repeatIncidentRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.25,
      numerator: 1,
      denominator: 4,
      open: 2,
    });
  });

  it('takes a repetition for a review', () => {
    const facts = [incident('i', { startedAt, repeatOf: 'old' })];
    expect(repeatIncidentRate.measure(input({ facts }))).toMatchObject({
      n: 1,
      numerator: 1,
      open: 0,
    });
  });

  it('is not none while nothing is reviewed', () => {
    const facts = [incident('i', { startedAt })];
    expect(repeatIncidentRate.measure(input({ facts }))).toMatchObject({
      status: 'insufficient',
      n: 0,
      open: 1,
    });
  });
});
