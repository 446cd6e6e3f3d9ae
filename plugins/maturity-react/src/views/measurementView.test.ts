import type { Measurement } from '@devops-scorecards/plugin-maturity-common';
import { measurementFixture } from '../fixtures/scorecardFixture';
import { englishTexts } from '../testing/englishTexts';
import { toMeasurementView } from './measurementView';

describe('toMeasurementView', () => {
  const connectedSince = Date.UTC(2026, 10, 8, 18);
  const notes = (part: Partial<Measurement>) =>
    toMeasurementView({
      measurement: measurementFixture(part),
      texts: englishTexts(),
      timeZone: 'Asia/Shanghai',
    }).notes;

  it.each<[string, Partial<Measurement>, string[]]>([
    [
      'a rate that is a lower bound',
      { unit: 'per-day', value: 0.2, connectedSince },
      ['at least: connected only since Nov 9, 2026'],
    ],
    [
      'a sample that is too small',
      { status: 'insufficient', n: 3, minimum: 10, connectedSince },
      ['too few (3 of 10)', 'connected since Nov 9, 2026'],
    ],
    [
      'nothing yet',
      {
        ...{ status: 'insufficient', n: 0, minimum: 10, connectedSince },
        value: undefined,
      },
      ['too few (0 of 10)', 'connected since Nov 9, 2026'],
    ],
    ['a ratio that stands', { value: 0.9, connectedSince }, []],
    ['a rate of the whole window', { unit: 'per-day', value: 0.2 }, []],
  ])('says since when a source is connected for %s', (_, part, expected) => {
    expect(notes(part)).toEqual(expected);
  });

  it('tells the parts of a ratio only where they are things counted', () => {
    const share = (part: Partial<Measurement>) =>
      toMeasurementView({
        measurement: measurementFixture({ unit: 'ratio', ...part }),
        texts: englishTexts(),
        timeZone: 'Asia/Shanghai',
      }).share;
    expect(share({ n: 19, numerator: 18, denominator: 19 })).toBe('18 of 19');
    // Availability: milliseconds of service, two outages.
    expect(
      share({ n: 2, numerator: 6_998_400_000, denominator: 7_000_000_000 }),
    ).toBeUndefined();
  });

  it('says whose number it is that a service inherits', () => {
    const portfolio = { owner: 'group:default/settlement' };
    expect(notes({ portfolio, unknown: 2 })).toEqual([
      'inherited: all services of settlement',
      'nothing is known of 2',
    ]);
    expect(notes({ portfolio })).toHaveLength(1);
  });

  it('says where nothing is known of any item of a ratio', () => {
    const counted = { n: 3, numerator: 0, denominator: 3, value: 0 };
    expect(notes({ ...counted, unknown: 3 })).toEqual(['unknown for all 3']);
    expect(notes({ ...counted, unknown: 2 })).toEqual(['2 of unknown kind']);
    // Of durations they are beside the sample, not in it.
    expect(notes({ unit: 'duration', n: 2, unknown: 2 })).toEqual([
      '2 of unknown kind',
    ]);
  });

  it('names what availability counts', () => {
    const sample = (part: Partial<Measurement>) =>
      toMeasurementView({
        measurement: measurementFixture(part),
        texts: englishTexts(),
        timeZone: 'Asia/Shanghai',
      }).sample;
    expect(sample({ metric: 'availability', n: 8 })).toBe('8 outages');
    expect(sample({ n: 8 })).toBe('n = 8');
  });

  it('asks for an owner where there is none', () => {
    const { asks } = toMeasurementView({
      measurement: measurementFixture({
        status: 'no-source',
        needs: ['owner'],
      }),
      texts: englishTexts(),
      timeZone: 'Asia/Shanghai',
    });
    expect(asks).toEqual([expect.stringContaining('set spec.owner')]);
  });
});
