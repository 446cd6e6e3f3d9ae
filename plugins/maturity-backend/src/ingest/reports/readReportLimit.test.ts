import { ConfigReader } from '@backstage/config';
import { readReportLimit } from './readReportLimit';

const limitOf = (maxReportBytes?: unknown) =>
  readReportLimit(
    new ConfigReader({ maturity: { ingest: { maxReportBytes } } } as any),
  );

describe('maturity.ingest.maxReportBytes', () => {
  it('is 50 MB unless said', () => {
    expect(limitOf()).toBe(52_428_800);
    expect(readReportLimit(new ConfigReader({}))).toBe(52_428_800);
    expect(limitOf(1000)).toBe(1000);
  });

  it.each([0, -1, 1.5, 2 ** 31])('cannot be %p', value => {
    expect(() => limitOf(value)).toThrow(
      `maturity.ingest.maxReportBytes is ${value}: it must be a whole number`,
    );
  });
});
