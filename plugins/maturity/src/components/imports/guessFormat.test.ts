import { guessFormat } from './guessFormat';

it.each([
  ['history.csv', 'csv'],
  ['HISTORY.CSV', 'csv'],
  ['a.b.ndjson', 'ndjson'],
  ['events.jsonl', 'ndjson'],
  ['events.json', undefined],
  ['history.csv.gz', undefined],
  ['csv', undefined],
  ['history.constructor', undefined],
  ['', undefined],
])('%s is %p', (name, expected) => {
  expect(guessFormat(name)).toBe(expected);
});
