import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestApiProvider } from '@backstage/test-utils';
import type { MaturityApi } from '@devops-scorecards/plugin-maturity-common';
import { axe } from 'jest-axe';
import { maturityApiRef } from '../../api';
import { maturityApiFixture } from '../../fixtures/maturityApiFixture';
import { measurementFixture } from '../../fixtures/scorecardFixture';
import { englishTexts } from '../../testing/englishTexts';
import { renderPart, type RenderPartOptions } from '../../testing/renderPart';
import { toCompareRow } from '../../views';
import { WindowCompare } from '.';
import { defaultWindows, readWindowDays, toWindowDays } from './compareWindows';

const timeZone = 'Asia/Shanghai';
const NOW = Date.UTC(2026, 10, 20, 4);
const WINDOW = { from: Date.UTC(2026, 7, 22, 16), to: NOW };
const texts = englishTexts();

describe('defaultWindows', () => {
  it('is the window and as many local days before it', () => {
    const windows = defaultWindows(WINDOW, timeZone);
    expect(windows.after).toBe(WINDOW);
    expect(toWindowDays(windows, timeZone)).toEqual({
      before: { from: '2026-05-25', to: '2026-08-22' },
      after: { from: '2026-08-23', to: '2026-11-20' },
    });
  });
});

describe('readWindowDays', () => {
  const days = toWindowDays(defaultWindows(WINDOW, timeZone), timeZone);
  const options = { texts, timeZone, now: NOW };

  it('reads both ends as included, and never beyond now', () => {
    expect(readWindowDays(days, options).windows).toEqual(
      defaultWindows(WINDOW, timeZone),
    );
  });

  it.each([
    [{ from: '', to: '2026-11-20' }, 'Give a date.'],
    [{ from: '2026-11-02', to: '2026-11-01' }, 'last day lies before'],
    [{ from: '2026-12-01', to: '2026-12-02' }, 'begins in the future'],
  ])('refuses %j', (after, problem) => {
    const read = readWindowDays({ ...days, after }, options);
    expect(read.windows).toBeUndefined();
    expect(read.problems).toEqual([expect.stringContaining(problem)]);
  });
});

describe('toCompareRow', () => {
  const base = {
    area: 'build' as const,
    description: { en: '', 'zh-CN': '' },
    statistic: 'value' as const,
    statistics: [],
    requires: [],
    minimum: 0,
    source: '',
    page: '',
    id: 'm',
    title: { en: 'M', 'zh-CN': 'M' },
  };
  const row = (
    unit: 'ratio' | 'duration' | 'count',
    direction: 'higher' | 'lower',
    before?: number,
    after?: number,
  ) =>
    toCompareRow({
      definition: { ...base, unit, direction },
      before: measurementFixture({ unit, value: before }),
      after: measurementFixture({ unit, value: after }),
      texts,
      timeZone,
    });

  it.each([
    ['ratio', 'higher', 0.9, 0.95, 'better', '+5 points'],
    ['ratio', 'lower', 0.02, 0.05, 'worse', '+3 points'],
    [
      'duration',
      'lower',
      3_600_000,
      1_800_000,
      'better',
      '−30\u00a0min (−50%)',
    ],
    ['count', 'higher', 0, 4, 'better', '+4'],
    ['count', 'higher', 4, 4, 'same', undefined],
    ['duration', 'lower', 4_254_000, 4_256_000, 'same', undefined],
    ['ratio', 'higher', 0.9995, 0.999, 'worse', '−0.1 points'],
    ['ratio', 'higher', undefined, 1, 'unknown', undefined],
  ] as const)('%s, %s is better: %s to %s is %s', (...given) => {
    const [unit, better, before, after, direction, change] = given;
    expect(row(unit, better, before, after)).toMatchObject({
      direction,
      change,
    });
  });

  it('draws the longer of a pair in full, and no length below 0', () => {
    expect(row('count', 'higher', 1, 4).bars).toEqual({
      before: 0.25,
      after: 1,
    });
    expect(row('ratio', 'higher', -1, 0).bars).toEqual({ before: 0, after: 0 });
  });
});

describe('WindowCompare', () => {
  const render = (
    part: Partial<MaturityApi> = {},
    look: RenderPartOptions = {},
  ) =>
    renderPart(
      <TestApiProvider apis={[[maturityApiRef, maturityApiFixture(part)]]}>
        <main>
          <h1>walkthrough</h1>
          <h2>Scorecard</h2>
          <WindowCompare
            entityRef="component:default/walkthrough"
            metrics={['automated-release-rate', 'gone']}
            initial={defaultWindows(WINDOW, timeZone)}
            now={NOW}
            timeZone={timeZone}
          />
        </main>
      </TestApiProvider>,
      look,
    );

  it('tells the way each metric went, and compares other days', async () => {
    const user = userEvent.setup();
    const getMeasurements = jest.fn<
      ReturnType<MaturityApi['getMeasurements']>,
      Parameters<MaturityApi['getMeasurements']>
    >(async ({ window }) => [
      measurementFixture({ value: window?.to === NOW ? 1 : 0.5, window }),
    ]);
    render({ getMeasurements });
    const [, line] = await screen.findAllByRole('row');
    expect(line).toHaveTextContent('50%');
    expect(within(line).getByText('better')).toBeVisible();
    expect(line).toHaveTextContent('+50 points');

    const from = screen.getByLabelText('After, from');
    await user.clear(from);
    await user.click(screen.getByRole('button', { name: 'Compare these' }));
    expect(screen.getByRole('alert')).toHaveTextContent('After: Give a date.');
    await user.type(from, '2026-08-01');
    await user.click(screen.getByRole('button', { name: 'Compare these' }));
    expect(await screen.findByText(/The two windows overlap/)).toBeVisible();
    await waitFor(() =>
      expect(getMeasurements).toHaveBeenCalledWith(
        expect.objectContaining({
          window: { from: Date.UTC(2026, 6, 31, 16), to: NOW },
        }),
      ),
    );
  });

  it.each<Required<RenderPartOptions>>([
    { language: 'en', theme: 'light' },
    { language: 'zh', theme: 'dark' },
  ])('has no axe violation ($language, $theme)', async look => {
    const { container } = render({}, look);
    await screen.findAllByRole('row');
    expect((await axe(container)).violations).toEqual([]);
  });
});
