import fc from 'fast-check';
import { parseInstant } from './parseInstant';

describe('parseInstant', () => {
  it.each([
    ['2026-11-20T08:00:00Z', Date.UTC(2026, 10, 20, 8)],
    ['2026-11-20t08:00:00z', Date.UTC(2026, 10, 20, 8)],
    ['2026-11-20T08:00:00.5Z', Date.UTC(2026, 10, 20, 8, 0, 0, 500)],
    ['2023-03-20T14:27:05.315384Z', Date.UTC(2023, 2, 20, 14, 27, 5, 315)],
    ['2026-11-20T08:00:00.123456789Z', Date.UTC(2026, 10, 20, 8, 0, 0, 123)],
    ['2026-11-20T16:00:00+08:00', Date.UTC(2026, 10, 20, 8)],
    ['2026-11-20T03:30:00-04:30', Date.UTC(2026, 10, 20, 8)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1)],
    ['1744617508663', 1744617508663],
    [1744617508663, 1744617508663],
  ])('reads %p', (value, expected) => {
    expect(parseInstant(value, 'time')).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['2026-11-20 08:00:00Z', 'RFC 3339'],
    ['2026-11-20T08:00:00', 'RFC 3339'],
    ['2026-11-20', 'RFC 3339'],
    ['1744617508', 'RFC 3339'],
    ['yesterday', 'RFC 3339'],
    ['', 'RFC 3339'],
    [undefined, 'RFC 3339'],
    [{}, 'RFC 3339'],
    [1.5, 'RFC 3339'],
    ['2023-02-29T00:00:00Z', 'no date'],
    ['2026-13-01T00:00:00Z', 'no date'],
    ['2026-00-01T00:00:00Z', 'no date'],
    ['2026-11-20T24:00:00Z', 'no date'],
    ['2026-11-20T08:60:00Z', 'no date'],
    ['2026-11-20T08:00:00+24:00', 'no date'],
    ['0001-01-01T00:00:00Z', 'before 1970'],
    ['1970-01-01T00:00:00+01:00', 'before 1970'],
  ])('refuses %p', (value, message) => {
    expect(parseInstant(value, 'time')).toMatchObject({
      ok: false,
      refusal: { code: 400, message: expect.stringContaining(message) },
    });
  });

  it('reads back what a date writes', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date(0),
          max: new Date('9999-12-31T23:59:59.999Z'),
          noInvalidDate: true,
        }),
        date => {
          expect(parseInstant(date.toISOString(), 'time')).toEqual({
            ok: true,
            value: date.getTime(),
          });
        },
      ),
    );
  });
});
