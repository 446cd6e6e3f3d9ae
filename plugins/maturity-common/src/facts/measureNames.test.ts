import { MEASURE_NAMES, measureNamed } from './measureNames';

describe('MEASURE_NAMES', () => {
  it('has each name once, in lower case with dashes', () => {
    const names = MEASURE_NAMES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  it('names each metric under one reading', () => {
    const metrics = MEASURE_NAMES.flatMap(measure => measure.metrics);
    expect(metrics.length).toBeGreaterThanOrEqual(MEASURE_NAMES.length);
    expect(new Set(metrics).size).toBe(metrics.length);
  });

  it.each(MEASURE_NAMES.map(measure => [measure.name, measure] as const))(
    'says what %s is, in both languages',
    (_, { title, counts, metrics }) => {
      expect(title.en).toMatch(/^[A-Z]/);
      expect(counts.en).toMatch(/^[a-z]/);
      for (const text of [title, counts]) {
        expect(text['zh-CN']).toMatch(/\p{Script=Han}/u);
      }
      expect(metrics).not.toHaveLength(0);
    },
  );

  it.each(
    MEASURE_NAMES.filter(({ form }) => form === 'share').map(
      measure => [measure.name, measure] as const,
    ),
  )('says both numbers of %s, which is a share', (_, { counts, unit }) => {
    expect(unit).toBe('ratio');
    expect(counts.en).toContain(', of ');
    expect(counts['zh-CN']).toContain(' / ');
  });

  it('is found by name, and other names are not', () => {
    expect(measureNamed('unit-coverage')?.ofCode).toBe(true);
    expect(measureNamed('drills')?.ofCode).toBe(false);
    expect(measureNamed('constructor')).toBeUndefined();
  });
});
