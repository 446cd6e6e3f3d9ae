import { operationsTranslationRef } from './operationsTranslationRef';
import chinese from './zh';

/** English messages by dotted key, as the translation system sees them. */
function english(): Record<string, string> {
  return (
    operationsTranslationRef as unknown as {
      getDefaultMessages(): Record<string, string>;
    }
  ).getDefaultMessages();
}

function placeholders(message: string): string[] {
  return [...message.matchAll(/{{\s*(\w+)/g)].map(match => match[1]).sort();
}

describe('translations', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english()).sort());
  });

  it.each(Object.entries(chinese))(
    '%s fills in the same values in both languages',
    (key, message) => {
      expect(placeholders(message)).toEqual(placeholders(english()[key]));
    },
  );

  it('are Chinese where they are words', () => {
    const untranslated = Object.entries(chinese)
      // What only joins values has no words.
      .filter(([, message]) => /[a-z]/i.test(message.replace(/{{.*?}}/g, '')))
      .filter(([, message]) => !/[\u4e00-\u9fff]/.test(message))
      .map(([key]) => key);
    expect(untranslated).toEqual([]);
  });
});
