import { mappedSample, refusalOf } from '../../__testUtils__/mapEvent';

const T = Date.parse('2026-11-02T02:00:00Z');

describe('measures', () => {
  it('are readings of what the subject names', () => {
    expect(
      mappedSample({ name: 'measure.recorded', id: 'm-1' }).statements,
    ).toEqual([
      {
        kind: 'measure',
        key: '/ci/jenkins m-1',
        rank: 2,
        occurredAt: T,
        fields: {
          name: 'unit-coverage',
          part: 8439,
          total: 10000,
          measuredAt: T,
          branch: 'main',
          trunk: true,
          commit: '4f5c1b0d6f0f1c6c2f7f0c6ba1b1e8d0a9c3e7f2',
          url: 'https://ci.example.com/payments-main/812/coverage',
        },
      },
    ]);
  });

  it.each([
    [{ part: 0, total: 1 }],
    [{ part: 100, total: 100 }],
    [{ part: 84.39, total: 100 }],
  ])('take %j', content => {
    const { statements } = mappedSample({ name: 'measure.recorded', content });
    expect(statements[0].fields).toMatchObject(content);
  });

  it('need not be shares, where no metric expects one', () => {
    const [{ fields }] = mappedSample({
      name: 'measure.recorded',
      subjectId: 'p95-latency',
      content: { value: 0.25 },
      customData: {},
    }).statements;
    expect(fields).toEqual({
      name: 'p95-latency',
      value: 0.25,
      measuredAt: T,
    });
  });

  it.each([
    [{ part: 140, total: 100 }, 'content.part is 140 of a total of 100'],
    [{ part: -1, total: 100 }, 'content.part cannot be read: must not be neg'],
    [{ part: 1, total: -100 }, 'content.total cannot be read: must not be neg'],
    [{ part: 0, total: 0 }, 'content.total is 0: nothing was counted'],
    [{ part: 1 }, 'content.total is missing beside part'],
    [{ total: 1 }, 'content.part is missing beside total'],
    [{ part: '1', total: 1 }, 'content.part cannot be read: must be a number'],
    [{ value: 0.84 }, 'content.part is missing: unit-coverage is a share'],
    [{ value: -1 }, 'content.value cannot be read: must not be negative'],
    [{}, 'content.part is missing'],
  ])('%j are refused', (content, message) => {
    expect(refusalOf({ name: 'measure.recorded', content })).toEqual({
      code: 400,
      message: expect.stringContaining(message),
    });
  });

  it('take one number where a metric expects no share', () => {
    const of = (content: Record<string, number>) => ({
      name: 'measure.recorded',
      subjectId: 'capacity-headroom',
      content,
      customData: {},
    });
    expect(mappedSample(of({ value: 2.3 })).statements[0].fields).toEqual({
      name: 'capacity-headroom',
      value: 2.3,
      measuredAt: T,
    });
    expect(refusalOf(of({ part: 1, total: 2 }))).toEqual({
      code: 400,
      message: expect.stringContaining(
        'content.value is missing: capacity-headroom is one number',
      ),
    });
  });

  it('of another name need a reading too', () => {
    expect(
      refusalOf({ name: 'measure.recorded', subjectId: 'x', content: {} }),
    ).toMatchObject({ message: expect.stringContaining('content.value') });
  });

  it('refuse what is said of them in words that cannot be', () => {
    expect(
      refusalOf({ name: 'measure.recorded', customData: { trunk: 'main' } }),
    ).toMatchObject({
      message: expect.stringContaining('data.customData.trunk'),
    });
  });
});
