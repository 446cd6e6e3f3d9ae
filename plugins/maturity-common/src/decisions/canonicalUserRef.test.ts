import { canonicalUserRef } from './canonicalUserRef';

describe('canonicalUserRef', () => {
  it.each([
    'lin',
    'LIN',
    ' user:lin ',
    'User:Lin',
    'default/lin',
    'user:default/lin',
    'USER:Default/LIN',
  ])('writes %p as user:default/lin', ref => {
    expect(canonicalUserRef(ref)).toBe('user:default/lin');
  });

  it('tells namespaces apart', () => {
    expect(canonicalUserRef('user:ops/lin')).toBe('user:ops/lin');
  });

  it.each([
    '',
    ' ',
    'group:default/payments',
    'user:',
    'user:a/b/c',
    'user:default/lin wang',
    'user:default/l\0n',
    `user:default/${'a'.repeat(600)}`,
  ])('refuses %p', ref => {
    expect(() => canonicalUserRef(ref)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining('user:default/lin'),
      }),
    );
  });
});
