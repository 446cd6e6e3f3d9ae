import { DateTime } from 'luxon';
import { attestation, exampleModel } from '../__testUtils__/decisions';
import { checkAttestation, checkValidity } from './checkAttestation';
import { checkImport } from './checkImport';
import { checkRenewal } from './checkRenewal';
import { requireNoneOpen } from './requireNoneOpen';

const content = { kind: 'attest', model: 'm', criterionId: 'c1' } as const;
const ZONE = 'Asia/Shanghai';
const at = (text: string, zone = ZONE) =>
  DateTime.fromISO(text, { zone }).toMillis();

describe('checkAttestation', () => {
  it('finds the criterion', () => {
    expect(checkAttestation(content, [exampleModel]).id).toBe('c1');
  });

  it.each([
    [{ ...content, criterionId: 'c9' }, "no criterion 'c9'"],
    [{ ...content, criterionId: 'c2' }, 'decided by data (catalog)'],
    [{ ...content, model: 'other' }, "'other' does not apply"],
  ])('refuses %p', (wrong, message) => {
    expect(() => checkAttestation(wrong, [exampleModel])).toThrow(message);
  });

  it('says so where no model applies', () => {
    expect(() => checkAttestation(content, [])).toThrow('no model applies');
  });
});

describe('checkValidity', () => {
  it.each([
    ['2026-11-20T13:46', '2027-11-20T13:46', ZONE],
    // A leap day has no anniversary the year after.
    ['2028-02-29T10:00', '2029-02-28T10:00', ZONE],
    ['2027-03-01T00:00', '2028-03-01T00:00', ZONE],
    // The clock of the zone counts: one year is an hour longer here.
    ['2026-03-28T12:00', '2027-03-28T12:00', 'Europe/Berlin'],
  ])('lasts from %s to %s unless told', (from, to, timeZone) => {
    const validFrom = at(from, timeZone);
    const validTo = at(to, timeZone);
    expect(checkValidity({ validFrom, timeZone })).toEqual({
      validFrom,
      validTo,
    });
    expect(checkValidity({ validFrom, validTo, timeZone }).validTo).toBe(
      validTo,
    );
    expect(() =>
      checkValidity({ validFrom, validTo: validTo + 1, timeZone }),
    ).toThrow('at most 12 months');
  });

  it.each([0, -1])('refuses an end %d ms after the begin', after => {
    const validFrom = at('2026-11-20');
    expect(() =>
      checkValidity({ validFrom, validTo: validFrom + after, timeZone: ZONE }),
    ).toThrow('end before it begins');
  });
});

describe('checkRenewal', () => {
  it('takes what was approved for the criterion', () => {
    expect(() => checkRenewal(content, attestation())).not.toThrow();
  });

  it.each([
    [undefined, 'no attestation of this criterion'],
    [
      attestation({ content: { ...content, criterionId: 'c2' } }),
      'no attestation of this criterion',
    ],
    [
      attestation({ content: { ...content, model: 'x' } }),
      'no attestation of this criterion',
    ],
    [attestation({ state: 'withdrawn' }), 'is withdrawn cannot be renewed'],
    [attestation({ state: 'proposed' }), 'is proposed cannot be renewed'],
  ])('refuses %#', (renewed, message) => {
    expect(() => checkRenewal(content, renewed)).toThrow(message);
  });
});

describe('requireNoneOpen', () => {
  const proposed = attestation({ state: 'proposed' });

  it('refuses a second proposal for the criterion while one waits', () => {
    expect(() => requireNoneOpen([proposed], content, 1_500)).toThrow(
      expect.objectContaining({ name: 'ConflictError' }),
    );
  });

  it('takes one when the other has expired, was decided, or is another', () => {
    expect(() => requireNoneOpen([proposed], content, 2_000)).not.toThrow();
    expect(() =>
      requireNoneOpen([attestation()], content, 1_500),
    ).not.toThrow();
    const other = { ...content, criterionId: 'c2' };
    expect(() => requireNoneOpen([proposed], other, 1_500)).not.toThrow();
  });
});

describe('checkImport', () => {
  const imported = {
    content,
    author: 'Lin',
    decider: 'user:default/zhao',
    reason: ' drill ',
    evidence: [{ title: 'report', url: 'https://example.net' }],
    createdAt: 1_000,
  };

  it('writes people in one way', () => {
    expect(checkImport(imported, 2_000)).toMatchObject({
      author: 'user:default/lin',
      decider: 'user:default/zhao',
      reason: 'drill',
    });
  });

  it.each([
    [{ decider: 'LIN' }, 'cannot decide their own'],
    [{ decider: 'group:default/platform' }, 'is no user'],
    [{ createdAt: 3_000 }, 'in the future'],
    [{ reason: ' ' }, 'reason is missing'],
    [{ evidence: [] }, 'no evidence'],
  ])('refuses %p', (wrong, message) => {
    expect(() => checkImport({ ...imported, ...wrong }, 2_000)).toThrow(
      message,
    );
  });
});
