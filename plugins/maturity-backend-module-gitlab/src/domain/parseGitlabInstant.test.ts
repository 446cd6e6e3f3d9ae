import fc from 'fast-check';
import { parseGitlabInstant } from './parseGitlabInstant';

describe('parseGitlabInstant', () => {
  it.each([
    ['2016-08-12 15:23:28 UTC', Date.UTC(2016, 7, 12, 15, 23, 28)],
    ['2021-04-28 21:50:00 +0200', Date.UTC(2021, 3, 28, 19, 50)],
    ['2021-04-28 21:50:00 -0330', Date.UTC(2021, 3, 29, 1, 20)],
    ['2011-12-12T14:27:31+02:00', Date.UTC(2011, 11, 12, 12, 27, 31)],
    ['2013-12-03T17:15:43Z', Date.UTC(2013, 11, 3, 17, 15, 43)],
    ['2017-09-20T08:31:45.944Z', Date.UTC(2017, 8, 20, 8, 31, 45, 944)],
    ['2017-09-20 08:31:45.944 UTC', Date.UTC(2017, 8, 20, 8, 31, 45, 944)],
    ['2024-02-29 00:00:00 UTC', Date.UTC(2024, 1, 29)],
  ])('reads %p', (text, expected) => {
    expect(parseGitlabInstant(text, 'time')).toEqual({
      ok: true,
      value: expected,
    });
  });

  it.each([
    ['2016-08-12 15:23:28', 'RFC 3339'],
    ['2016-08-12 15:23:28 CET', 'RFC 3339'],
    ['2015-04-08T21: 00:25-07:00', 'RFC 3339'],
    ['12.08.2016 15:23:28 UTC', 'RFC 3339'],
    ['2026-11-20', 'RFC 3339'],
    ['yesterday', 'RFC 3339'],
    ['', 'RFC 3339'],
    [null, 'RFC 3339'],
    [{}, 'RFC 3339'],
    ['2016-02-30 15:23:28 UTC', 'no date'],
    ['2016-08-12 25:23:28 UTC', 'no date'],
    ['2016-08-12 15:23:28 +2500', 'no date'],
    ['1969-12-31 23:59:59 UTC', 'before 1970'],
  ])('refuses %p', (value, message) => {
    expect(parseGitlabInstant(value, 'the time')).toMatchObject({
      ok: false,
      refusal: { code: 400, message: expect.stringContaining(message) },
    });
  });

  it('takes all spellings of an instant for the same', () => {
    const pad = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.integer({ min: 1e9, max: 4e9 }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (seconds, offset) => {
          const at = seconds * 1000;
          const [day, time] = new Date(at).toISOString().split(/T|\.000Z/);
          const local = new Date(at + offset * 60_000).toISOString();
          const [localDay, localTime] = local.split(/T|\.000Z/);
          const sign = offset < 0 ? '-' : '+';
          const hours = pad(Math.floor(Math.abs(offset) / 60));
          const minutes = pad(Math.abs(offset) % 60);
          const spellings = [
            `${day} ${time} UTC`,
            `${day}T${time}Z`,
            `${day}T${time}.000Z`,
            `${localDay} ${localTime} ${sign}${hours}${minutes}`,
            `${localDay}T${localTime}${sign}${hours}:${minutes}`,
          ];
          expect(
            spellings.map(text => parseGitlabInstant(text, 'time')),
          ).toEqual(spellings.map(() => ({ ok: true, value: at })));
        },
      ),
    );
  });
});
