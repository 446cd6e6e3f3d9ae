import { PUBLISHED_ASSESSMENT_ANNOTATION } from '../annotations';
import { readPublishedAssessment } from './readPublishedAssessment';

const both = (text: string) => ({ en: text, 'zh-CN': `${text}（中）` });

// In two parts, because it is an address that the linter would run.
const SCRIPT = ['javascript', 'alert(1)'].join(':');

const full = {
  standard: both('Continuous delivery'),
  level: 3,
  date: '2022-10-28',
  source: { title: both('Announcement'), url: 'https://example.net/a?b=c' },
  note: both('Figures of the whole system'),
  figures: [
    {
      title: both('Integrations a day'),
      value: both('6.54'),
      metric: 'integrations-per-day',
    },
    { title: both('Branches'), value: both('one') },
  ],
  asOf: '2023-10-27T18:00:00+08:00',
  compare: {
    before: { from: '2022-01-01T00:00:00Z', to: '2022-02-01T00:00:00Z' },
    after: { from: '2023-01-01T00:00:00Z', to: '2023-02-01T00:00:00Z' },
  },
};

function read(annotation: string | undefined) {
  return readPublishedAssessment({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payments',
      annotations: annotation
        ? { [PUBLISHED_ASSESSMENT_ANNOTATION]: annotation }
        : undefined,
    },
  });
}

describe('readPublishedAssessment', () => {
  it('says nothing where there is no annotation', () => {
    expect(read(undefined)).toEqual({});
  });

  it('reads all there is', () => {
    expect(read(JSON.stringify(full))).toEqual({ published: full });
  });

  it.each(['2022', '2022-10', '2022-10-28'])('takes the date %s', date => {
    expect(read(JSON.stringify({ ...full, date })).problem).toBeUndefined();
  });

  it('reads one without level, window and figures', () => {
    const { standard, date, source } = full;
    const small = { standard, date, source, figures: [] };
    expect(read(JSON.stringify(small))).toEqual({ published: small });
  });

  it.each([
    ['no object', [], 'the whole'],
    ['another level', { ...full, level: 6 }, 'level'],
    ['half a level', { ...full, level: 2.5 }, 'level'],
    ['no date', { ...full, date: 'last year' }, 'date: write a date'],
    ['no such day', { ...full, date: '2022-02-30' }, 'date'],
    ['one language', { ...full, standard: { en: 'x' } }, 'standard.zh-CN'],
    [
      'a script as address',
      { ...full, source: { ...full.source, url: SCRIPT } },
      'source.url',
    ],
    [
      'a password in the address',
      { ...full, source: { ...full.source, url: 'https://a:b@example.net' } },
      'source.url',
    ],
    [
      'no offset',
      { ...full, asOf: '2023-10-27T18:00:00' },
      'asOf: write an instant with its offset',
    ],
    [
      'a window that ends before it begins',
      {
        ...full,
        compare: {
          ...full.compare,
          after: { from: '2023-02-01T00:00:00Z', to: '2023-01-01T00:00:00Z' },
        },
      },
      'compare.after',
    ],
    ['an unknown key', { ...full, stars: 5 }, 'stars'],
    [
      'an empty figure',
      { ...full, figures: [{ title: both('x'), value: both(' ') }] },
      'figures.0.value.en',
    ],
  ])('says what is wrong with %s', (_, written, problem) => {
    const result = read(JSON.stringify(written));
    expect(result.published).toBeUndefined();
    expect(result.problem).toContain(PUBLISHED_ASSESSMENT_ANNOTATION);
    expect(result.problem).toContain(problem);
  });

  it('says that it is no JSON', () => {
    expect(read('{ level: 3 }')).toEqual({
      problem: expect.stringContaining('is no JSON'),
    });
  });
});
