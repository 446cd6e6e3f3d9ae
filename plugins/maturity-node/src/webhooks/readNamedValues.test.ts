import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readNamedValues } from './readNamedValues';

const options = {
  key: 'maturity.sources.tool',
  name: 'severities',
  values: ['critical', 'warning'] as const,
  fallback: { critical: ['critical', 'Page'] },
};

function read(severities?: JsonObject) {
  return readNamedValues({
    ...options,
    config: new ConfigReader(severities ? { severities } : {}),
  });
}

describe('readNamedValues', () => {
  it('finds values by word, whatever the case', () => {
    expect([...read({ critical: ['P1', 'P2'], warning: ['p3'] })]).toEqual([
      ['p1', 'critical'],
      ['p2', 'critical'],
      ['p3', 'warning'],
    ]);
  });

  it('replaces the default as a whole', () => {
    expect([...read()]).toEqual([
      ['critical', 'critical'],
      ['page', 'critical'],
    ]);
    expect([...read({ warning: ['low'] })]).toEqual([['low', 'warning']]);
    expect(
      readNamedValues({ ...options, config: undefined, fallback: undefined })
        .size,
    ).toBe(0);
  });

  it.each<[JsonObject, string]>([
    [
      { fatal: ['x'] },
      'maturity.sources.tool.severities.fatal is no value: use critical, warning',
    ],
    [
      { critical: ['high'], warning: ['HIGH'] },
      "maturity.sources.tool.severities.warning lists 'HIGH', which maturity.sources.tool.severities.critical lists too",
    ],
    [{ critical: 'high' }, 'maturity.sources.tool.severities.critical'],
  ])('refuses %p', (severities, message) => {
    expect(() =>
      readNamedValues({
        ...options,
        config: new ConfigReader({
          maturity: { sources: { tool: { severities } } },
        }).getConfig('maturity.sources.tool'),
      }),
    ).toThrow(message);
  });
});
