import type { WorkItemFields } from '@devops-scorecards/plugin-maturity-common';
import { AS_OF, daysAgo, input, workItem } from '../../__testUtils__/facts';
import { actionClosureRate } from './actionClosureRate';

const due = daysAgo(5);

function action(key: string, fields: WorkItemFields) {
  return workItem(key, { form: 'action', dueAt: due, ...fields });
}

function measure(...facts: ReturnType<typeof action>[]) {
  return actionClosureRate.measure(input({ facts }));
}

describe('actionClosureRate', () => {
  it('is the worked example of its page', () => {
    expect(
      measure(
        action('early', { doneAt: daysAgo(30) }),
        action('at the due date', { doneAt: due }),
        action('late', { doneAt: due + 1 }),
        action('not done', {}),
        action('dropped', { dropped: true }),
        action('due later', { dueAt: AS_OF }),
        action('without due date', {
          dueAt: undefined,
          createdAt: daysAgo(9),
        }),
      ),
    ).toMatchObject({
      status: 'ok',
      value: 0.5,
      numerator: 2,
      denominator: 4,
      unknown: 1,
    });
  });

  it.each([
    ['a requirement', { form: 'requirement' }, { n: 0 }],
    ['due before the window', { dueAt: daysAgo(91) }, { n: 0 }],
    ['done, as its release says', { releasedAt: due }, { numerator: 1 }],
    [
      'done before it can be seen',
      { doneAt: daysAgo(200) },
      { n: 0, unknown: 0 },
    ],
    [
      'old and without due date',
      { dueAt: undefined, createdAt: daysAgo(100) },
      { n: 0, unknown: 0 },
    ],
  ] as [string, WorkItemFields, object][])('%s', (_, fields, expected) => {
    expect(measure(action('a', fields))).toMatchObject(expected);
  });

  it('requires work items only', () => {
    const { incident: _, ...connections } = input().connections;
    expect(
      actionClosureRate.measure(
        input({ facts: [action('a', { doneAt: due })], connections }),
      ),
    ).toMatchObject({ status: 'ok', value: 1 });
  });
});
