import { stabilityMeasurement } from '../__testUtils__/stabilityApiFixture';
import { stabilityTexts } from '../__testUtils__/stabilityTexts';
import { toDiscoveryView } from './discoveryView';
import { toDotStripView } from './dotStripView';

const MINUTE = 60_000;
const words = stabilityTexts();

function viewOf(part: Parameters<typeof stabilityMeasurement>[1] = {}) {
  return toDotStripView({
    ...words,
    title: 'Time to restore',
    measurement: stabilityMeasurement('time-to-restore', part),
    timeZone: 'Asia/Shanghai',
  });
}

function items(values: number[], role: 'for' | 'open' = 'for') {
  return values.map((value, index) => ({
    kind: 'incident' as const,
    source: 'pager',
    key: String(index),
    at: 0,
    role,
    value,
  }));
}

describe('toDotStripView', () => {
  it('draws every incident, open ones apart, with median and 90th percentile', () => {
    const view = viewOf()!;
    expect(view.dots.map(({ x, open }) => [x / MINUTE, open])).toEqual([
      [5, false],
      [20, false],
      [60, false],
      [60, true],
    ]);
    // Two of an hour stand on top of each other.
    expect(view.dots.map(({ lane }) => lane)).toEqual([0, 0, 0, 1]);
    expect(view.lanes).toBe(2);
    expect(view.lines).toEqual([
      { statistic: 'p50', x: 20 * MINUTE, label: 'median 20\u00a0min' },
      {
        statistic: 'p90',
        x: 58 * MINUTE,
        label: '90th percentile 58\u00a0min',
      },
    ]);
    expect(view.domain).toEqual([MINUTE, 60 * MINUTE]);
    expect(view.ticks.map(({ label }) => label)).toEqual([
      '1\u00a0min',
      '10\u00a0min',
      '1\u00a0hr',
    ]);
    expect(view.summary).toBe(
      'Time to restore: 3 dots from 5\u00a0min to 1\u00a0hr; median 20\u00a0min, 90th percentile 58\u00a0min; 1 not ended',
    );
    expect(view.cut).toBeUndefined();
  });

  it('has a place for 0, which no logarithmic axis has', () => {
    const view = viewOf({ evidence: items([0, 0, 0, 500]), n: 4, open: 0 })!;
    expect(view.domain).toEqual([1000, 10_000]);
    expect(view.dots.map(({ x, lane }) => [x, lane])).toEqual([
      [1000, 0],
      [1000, 1],
      [1000, 2],
      [1000, 3],
    ]);
    expect(view.dots[0].duration).toBe('0\u00a0sec');
  });

  it('has room for what lasts for years', () => {
    const [from, to] = viewOf({ evidence: items([3e11]) })!.domain;
    expect(from).toBeLessThan(3e11);
    expect(to).toBeGreaterThanOrEqual(3e11);
  });

  it('says so where it does not draw all, and where none has ended', () => {
    expect(viewOf({ n: 900, open: 0 })!.cut).toBe(
      'The newest 4 of 900 are drawn.',
    );
    const open = viewOf({
      evidence: items([MINUTE], 'open'),
      n: 0,
      open: 1,
      distribution: undefined,
    })!;
    expect(open.summary).toBe('Time to restore: 1 not ended, none ended');
    expect(open.lines).toEqual([]);
  });

  it('is not there without a duration', () => {
    expect(viewOf({ evidence: [] })).toBeUndefined();
  });
});

describe('toDiscoveryView', () => {
  it('divides the faults and shows who is unknown', () => {
    const view = toDiscoveryView(
      stabilityMeasurement('monitoring-discovery-rate'),
      words,
    )!;
    expect(view.summary).toBe('4 faults: monitoring 2, user 1, and unknown 1');
    expect(
      view.parts.map(({ detector, count, shown }) => [detector, count, shown]),
    ).toEqual([
      ['monitoring', 2, '50%'],
      ['inspection', 0, '0%'],
      ['user', 1, '25%'],
      ['regulator', 0, '0%'],
      ['unknown', 1, '25%'],
    ]);
  });

  it('is not there where nothing is known or nothing happened', () => {
    const rate = stabilityMeasurement('monitoring-discovery-rate');
    expect(
      toDiscoveryView({ ...rate, parts: undefined }, words),
    ).toBeUndefined();
    expect(
      toDiscoveryView({ ...rate, parts: { monitoring: 0 } }, words),
    ).toBeUndefined();
  });
});
