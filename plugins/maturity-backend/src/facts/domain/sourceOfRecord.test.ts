import { chooseSourceOfRecord } from './sourceOfRecord';

describe('chooseSourceOfRecord', () => {
  const sourceOrder = ['github', 'ci'];

  it.each([
    ['the first configured', undefined, ['ci', 'github'], 'github'],
    ['the connected one', undefined, ['ci'], 'ci'],
    ['by name where none is configured', undefined, ['b', 'a', 'B'], 'B'],
    ['none where nothing is connected', undefined, [], undefined],
    ['the annotated one', 'change=x, run = ci', ['ci', 'github'], 'ci'],
    ['none where the annotated is not', 'run=jenkins', ['ci'], undefined],
    ['a tool before people', undefined, ['manual', 'zabbix'], 'zabbix'],
    ['people where there is no tool', undefined, ['manual'], 'manual'],
    ['people until the annotated', 'run=jenkins', ['manual'], 'manual'],
    [
      'people where they are annotated',
      'run=manual',
      ['manual', 'ci'],
      'manual',
    ],
    ['the order for another kind', 'change=ci', ['ci', 'github'], 'github'],
    ['the order where it cannot be read', 'run,=', ['ci', 'github'], 'github'],
  ])('takes %s', (_, annotation, bound, expected) => {
    expect(
      chooseSourceOfRecord({ kind: 'run', annotation, sourceOrder, bound }),
    ).toBe(expected);
  });
});
