import { artifactOf } from './artifactOf';

describe('artifactOf', () => {
  it.each([
    ['pkg:oci/app@sha256%3A0b31', 'pkg:oci/app@sha256:0b31'],
    ['pkg:oci/app@sha256%3a0b31', 'pkg:oci/app@sha256:0b31'],
    ['pkg:oci/app@sha256:0b31', 'pkg:oci/app@sha256:0b31'],
    ['app-1.2%2F3.jar', 'app-1.2%2F3.jar'],
    [undefined, undefined],
  ])('writes %s as %s', (text, expected) => {
    expect(artifactOf(text)).toBe(expected);
  });
});
