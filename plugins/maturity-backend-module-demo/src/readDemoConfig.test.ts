import { ConfigReader } from '@backstage/config';
import { readDemoConfig } from './readDemoConfig';

describe('readDemoConfig', () => {
  it('is off unless enabled', () => {
    expect(readDemoConfig(new ConfigReader({}))).toEqual({
      enabled: false,
      seed: 42,
      timeZone: 'UTC',
    });
  });

  it('reads what is set', () => {
    expect(
      readDemoConfig(
        new ConfigReader({
          maturity: {
            timeZone: 'Asia/Shanghai',
            demo: { enabled: true, seed: 7 },
          },
        }),
      ),
    ).toEqual({ enabled: true, seed: 7, timeZone: 'Asia/Shanghai' });
  });

  it('refuses a seed that is no whole number', () => {
    expect(() =>
      readDemoConfig(new ConfigReader({ maturity: { demo: { seed: 1.5 } } })),
    ).toThrow('maturity.demo.seed is 1.5: it must be a whole number');
  });
});
