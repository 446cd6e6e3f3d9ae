import {
  CORRECTABLE_FIELDS,
  FACT_KINDS,
} from '@devops-scorecards/plugin-maturity-common';
import { englishTexts } from '../testing/englishTexts';
import { fieldForm, fieldTitle, isWebAddress, toFieldViews } from './fieldView';

const texts = englishTexts();

describe('toFieldViews', () => {
  it('shows every known field in words, in the portal zone', () => {
    expect(
      toFieldViews({
        kind: 'deployment',
        fields: {
          finishedAt: Date.UTC(2026, 10, 20, 4, 0, 5),
          execution: 'manual',
          environment: 'production',
          outcome: undefined,
          url: 'https://ci.example.com/1',
          future: 'kept',
        },
        texts,
        timeZone: 'Asia/Shanghai',
      }).map(({ title, value, url }) => [title, value, url]),
    ).toEqual([
      ['Finished', 'Nov 20, 2026, 12:00:05 PM', undefined],
      ['Executed by', 'by hand', undefined],
      // What an environment is called is no word of ours.
      ['Environment', 'production', undefined],
      ['Link', 'https://ci.example.com/1', 'https://ci.example.com/1'],
      ['future', 'kept', undefined],
    ]);
  });

  it('never links to a script', () => {
    // eslint-disable-next-line no-script-url
    expect(isWebAddress('javascript:alert(1)')).toBe(false);
    expect(isWebAddress('data:text/html,x')).toBe(false);
    expect(isWebAddress('no address')).toBe(false);
    expect(isWebAddress('http://a.example')).toBe(true);
  });
});

describe('fields that can be corrected', () => {
  it.each(
    FACT_KINDS.flatMap(kind =>
      CORRECTABLE_FIELDS[kind].map(name => [kind, name] as const),
    ),
  )('%s.%s has a title and an input', (kind, name) => {
    expect(fieldTitle(name, texts)).not.toBe(name);
    expect(['time', 'flag', 'choice', 'text']).toContain(fieldForm(kind, name));
  });
});
