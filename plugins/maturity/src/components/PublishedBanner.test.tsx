import { PUBLISHED_ASSESSMENT_ANNOTATION } from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiFixture,
  scorecardFixture,
} from '@devops-scorecards/plugin-maturity-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { renderContent as render } from '../testing/renderContent';

describe('the tab as of a time, and what was published', () => {
  it('shows the scorecard as of a time of the address, and leads back', async () => {
    const user = userEvent.setup();
    const getScorecard = jest.fn(async () => scorecardFixture());
    const getLevelSeries = jest.fn(maturityApiFixture().getLevelSeries);
    await render(
      { getScorecard, getLevelSeries },
      '/?asOf=2026-11-20T12:00:00%2B08:00',
    );
    expect(
      await screen.findByText(/Judged by the events known today/),
    ).toBeVisible();
    expect(screen.getByText('As of Nov 20, 2026, 12:00 PM.')).toBeVisible();
    const { asOf, window } = scorecardFixture();
    expect(getScorecard).toHaveBeenLastCalledWith(
      expect.objectContaining({ asOf, scorecard: 'maturity' }),
    );
    await waitFor(() =>
      expect(getLevelSeries).toHaveBeenCalledWith(
        expect.objectContaining({ window }),
      ),
    );
    expect(screen.queryByRole('button', { name: 'Refresh' })).toBeNull();
    expect(screen.queryByRole('region', { name: 'Why' })).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Back to now' }));
    expect(
      await screen.findByRole('button', { name: 'Refresh' }),
    ).toBeVisible();
    expect(getScorecard).toHaveBeenLastCalledWith(
      expect.objectContaining({ asOf: undefined }),
    );
  });

  it('says so when the address names no time', async () => {
    await render({}, '/?asOf=yesterday');
    expect(await screen.findByText(/cannot be read: yesterday/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Refresh' })).toBeVisible();
  });

  const published = {
    standard: { en: 'CAICT Part 3', 'zh-CN': '信通院第 3 部分' },
    level: 3,
    date: '2022-10-28',
    source: {
      title: { en: 'Announcement', 'zh-CN': '公告' },
      url: 'https://example.com/news',
    },
    figures: [
      {
        title: { en: 'Automated releases', 'zh-CN': '自动化发布' },
        value: { en: '95 %', 'zh-CN': '95 %' },
        metric: 'automated-release-rate',
      },
      {
        title: { en: 'Staff', 'zh-CN': '人员' },
        value: { en: '12', 'zh-CN': '12' },
      },
    ],
    asOf: '2026-11-20T12:00:00+08:00',
    compare: {
      before: {
        from: '2026-01-01T00:00:00+08:00',
        to: '2026-04-01T00:00:00+08:00',
      },
      after: {
        from: '2026-08-01T00:00:00+08:00',
        to: '2026-11-20T12:00:00+08:00',
      },
    },
  };

  it('shows what was published beside what is computed', async () => {
    const user = userEvent.setup();
    const getScorecard = jest.fn(async () => scorecardFixture());
    const { container } = await render({ getScorecard }, '/', {
      [PUBLISHED_ASSESSMENT_ANNOTATION]: JSON.stringify(published),
    });
    const panel = within(
      await screen.findByRole('region', { name: 'Published assessment' }),
    );
    expect(panel.getByText('CAICT Part 3 level 3, Oct 28, 2022')).toBeVisible();
    expect(
      panel.getByRole('link', { name: 'Source: Announcement' }),
    ).toHaveAttribute('href', 'https://example.com/news');
    expect(panel.getByText(/events here are generated/)).toBeVisible();
    await user.click(
      panel.getByRole('button', { name: /^Open the window of the case/ }),
    );
    expect(
      await screen.findByText(/^This is the window of the case/),
    ).toBeVisible();
    expect(getScorecard).toHaveBeenLastCalledWith(
      expect.objectContaining({ asOf: scorecardFixture().asOf }),
    );
    const figures = within(
      screen.getByRole('table', { name: /^Published figures/ }),
    );
    expect(await figures.findByText('94.7%')).toBeVisible();
    expect(figures.getByText('95 %')).toBeVisible();
    expect(figures.getByText('not computed')).toBeVisible();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('begins a comparison with the windows of the case', async () => {
    const user = userEvent.setup();
    await render({}, '/', {
      [PUBLISHED_ASSESSMENT_ANNOTATION]: JSON.stringify(published),
    });
    await user.click(await screen.findByRole('button', { name: 'Compare' }));
    const panel = within(
      await screen.findByRole('region', { name: 'Before and after' }),
    );
    expect(panel.getByLabelText('Before, from')).toHaveValue('2026-01-01');
    expect(panel.getByLabelText('Before, up to and including')).toHaveValue(
      '2026-03-31',
    );
    await user.click(
      screen.getByRole('button', { name: 'Close the comparison' }),
    );
    expect(
      screen.queryByRole('region', { name: 'Before and after' }),
    ).toBeNull();
  });

  it('says what is wrong with an annotation that cannot be read', async () => {
    await render({}, '/', { [PUBLISHED_ASSESSMENT_ANNOTATION]: '{' });
    expect(
      await screen.findByRole('heading', {
        name: 'What was published cannot be shown',
      }),
    ).toBeVisible();
    expect(screen.getByText(/is no JSON/)).toBeVisible();
  });
});
