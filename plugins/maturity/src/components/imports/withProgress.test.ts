import { importFixture } from '@devops-scorecards/plugin-maturity-react/testUtils';
import { withProgress } from './withProgress';

const other = importFixture({ id: 'other' });
const at = (offset: number) => importFixture({ id: 'sent', offset });
const ended = importFixture({ id: 'sent', offset: 9, state: 'aborted' });

it.each([
  ['nothing is sent', [other], undefined, [other]],
  ['it is not listed yet', [other], at(1), [at(1), other]],
  ['the page knows more', [other, at(1)], at(5), [other, at(5)]],
  ['the list knows more', [at(5), other], at(1), [at(5), other]],
  ['it ended elsewhere', [ended], at(9), [ended]],
  ['it ended here', [at(9)], ended, [ended]],
])('lists imports where %s', (_, listed, sent, expected) => {
  expect(withProgress(listed, sent)).toEqual(expected);
});
