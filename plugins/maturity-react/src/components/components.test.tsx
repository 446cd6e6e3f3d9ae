import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { englishTexts } from '../testing/englishTexts';
import { renderPart, type RenderPartOptions } from '../testing/renderPart';
import {
  measurementFixture,
  scorecardFixture,
} from '../fixtures/scorecardFixture';
import { useTexts } from '../language';
import { toMetricTrendView, toScorecardView } from '../views';
import {
  EvidenceList,
  ExplainSentence,
  GapChecklist,
  LevelBadge,
  LevelLadder,
  MetricTrend,
  SettingProblems,
  StateBoundary,
} from '.';

const scorecard = scorecardFixture();
const source = { timeZone: scorecard.timeZone };

/** Every part in one page, in the language of the app. */
function AllParts(props: { criterion?: string }) {
  const view = toScorecardView(scorecard, useTexts());
  return (
    <main>
      <h1>walkthrough</h1>
      <h2>{view.title}</h2>
      <LevelBadge
        level={view.level}
        standing={view.standing}
        held={view.held}
        atRisk
      />
      <GapChecklist view={view} source={source} />
      <LevelLadder
        rows={view.rows}
        levels={view.levelWords}
        source={source}
        criterion={props.criterion}
      />
    </main>
  );
}

describe('all parts together', () => {
  it.each<Required<RenderPartOptions>>([
    { language: 'en', theme: 'light' },
    { language: 'en', theme: 'dark' },
    { language: 'zh', theme: 'light' },
    { language: 'zh', theme: 'dark' },
  ])('have no axe violation ($language, $theme)', async options => {
    const user = userEvent.setup();
    const { container } = renderPart(<AllParts />, options);
    const openAll = { en: 'Open all', zh: '全部展开' }[options.language];
    await user.click(await screen.findByRole('button', { name: openAll }));
    expect((await axe(container)).violations).toEqual([]);
  });

  it('speak Chinese', async () => {
    renderPart(<AllParts />, { language: 'zh' });
    expect(
      await screen.findByRole('heading', { name: '距离 3 级还差什么' }),
    ).toBeVisible();
    expect(
      screen.getByRole('group', {
        name: '2 级，基础级，2 个子项中已判定 2 个',
      }),
    ).toBeVisible();
    expect(screen.getByText('接下来 1 次达标即可')).toBeVisible();
    expect(screen.getByText('构建与集成')).toBeVisible();
  });
});

describe('SettingProblems', () => {
  it('says which setting does not count and what to write', () => {
    renderPart(
      <SettingProblems
        problems={[
          {
            annotation: 'devops-scorecards.io/team-size',
            value: 'many',
            message: { en: 'Write a number.', 'zh-CN': '请填写数字。' },
          },
        ]}
      />,
    );
    expect(screen.getByRole('note')).toHaveTextContent(
      'devops-scorecards.io/team-size: “many”. Write a number.',
    );
  });
});

describe('LevelBadge', () => {
  it('says the level, how much is decided, and the risk in words', () => {
    renderPart(<AllParts />);
    const badge = screen.getByRole('group', {
      name: 'Level 2, Foundation, 2 of 2 sub-items decided',
    });
    expect(within(badge).getByText('also 90 days ago')).toBeVisible();
    expect(within(badge).getByText('at risk')).toBeVisible();
  });
});

describe('GapChecklist', () => {
  it('leads from a value to its evidence and to what helps', async () => {
    const user = userEvent.setup();
    renderPart(<AllParts />);
    const [first] = screen.getAllByRole('listitem');
    expect(within(first).getByText('n = 19')).toBeVisible();
    expect(within(first).getByText('18 of 19')).toBeVisible();

    await user.click(within(first).getByRole('button', { name: /^How to/ }));
    expect(
      within(first).getByText('Let the pipeline do the last manual step.'),
    ).toBeVisible();

    await user.click(
      within(first).getByRole('button', { name: /^Evidence \(19\)/ }),
    );
    const link = within(first).getByRole('link', {
      name: 'Open Deployment prod in a new tab',
    });
    expect(link).toHaveAttribute('href', 'https://ci.example.com/deploy/18');
    expect(within(first).getAllByText(/generated/)).not.toHaveLength(0);
  });

  it('says how to connect what is missing', async () => {
    const user = userEvent.setup();
    renderPart(<AllParts />);
    await user.click(screen.getByRole('button', { name: /^Connect a source/ }));
    expect(screen.getByText(/POST \/api\/maturity\/v1\/events/)).toBeVisible();
  });

  it.each([
    ['reach', 'What stands between you and level 4'],
    ['prove', 'What is not proven yet of level 4'],
    ['connect', 'What to connect first'],
  ] as const)('is headed by what it leads to: %s', (kind, name) => {
    const { gaps, maxLevel } = toScorecardView(scorecard, englishTexts());
    renderPart(
      <GapChecklist
        view={{ gaps, maxLevel, aim: { kind, level: 4 } }}
        source={source}
      />,
    );
    expect(screen.getByRole('heading', { name })).toBeVisible();
  });

  it('says so at the top', () => {
    const view = { gaps: [], aim: undefined, maxLevel: 4 as const };
    renderPart(<GapChecklist view={view} source={source} />);
    expect(screen.getByText(/Level 4 is the highest/)).toBeVisible();
  });
});

describe('LevelLadder', () => {
  it('opens to the evidence with the keyboard alone', async () => {
    const user = userEvent.setup();
    renderPart(<AllParts />);
    const domain = screen.getByRole('button', {
      name: 'Deployment and release',
    });
    domain.focus();
    await user.keyboard('{ArrowRight}');
    expect(domain).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{ArrowDown}');
    const subItem = screen.getByRole('button', { name: 'Deployment mode' });
    expect(subItem).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(
      screen.getByText('Releases reach users in steps.', { exact: false }),
    ).toBeVisible();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(domain).toHaveFocus();
    await user.keyboard('{End}');
    expect(
      screen.getByRole('button', { name: 'Build and integration' }),
    ).toHaveFocus();
    await user.keyboard('{ArrowUp}{Home}');
    expect(domain).toHaveFocus();
  });

  it('opens the way to a linked criterion and focuses it', async () => {
    renderPart(<AllParts criterion="FP.fix-3" />);
    const criterion = await screen.findByText(
      'Red build fixed within 4 hours, on average',
    );
    await waitFor(() => expect(criterion.closest('li')).toHaveFocus());
  });
});

describe('EvidenceList', () => {
  it('fetches the rest on request and says when that fails', async () => {
    const user = userEvent.setup();
    const { evidence } = measurementFixture();
    const loadAll = jest
      .fn()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValueOnce([
        ...evidence,
        { ...evidence[0], key: 'deploy-1', label: 'the first' },
      ]);
    renderPart(
      <EvidenceList
        evidence={evidence}
        total={19}
        timeZone="UTC"
        loadAll={loadAll}
      />,
    );
    const more = screen.getByRole('button', { name: /Show all/ });
    await user.click(more);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The rest could not be loaded.',
    );
    await user.click(more);
    expect(await screen.findByText(/the first/)).toBeVisible();
    expect(more).not.toBeInTheDocument();
  });
});

describe('MetricTrend', () => {
  it('tells as a table what it draws', async () => {
    const user = userEvent.setup();
    const view = toMetricTrendView(
      {
        metric: 'automated-release-rate',
        bucket: 'week',
        points: [
          measurementFixture(),
          measurementFixture({ status: 'none', value: undefined, n: 0 }),
        ],
      },
      { texts: englishTexts(), timeZone: 'UTC' },
    );
    renderPart(<MetricTrend view={view} />);
    expect(
      screen.getByRole('img', { name: /Latest value 94.7%/ }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /Show as table/ }));
    const [, first, second] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('94.7%19');
    expect(second).toHaveTextContent('–0nothing happened');
  });
});

describe('ExplainSentence', () => {
  it('names the event', () => {
    renderPart(
      <ExplainSentence
        timeZone="UTC"
        explanation={{
          sentence: { en: 'It rose.', 'zh-CN': '上升了。' },
          change: {
            seq: 1,
            asOf: 0,
            model: 'm',
            version: '1',
            cause: {
              kind: 'event',
              event: {
                seq: 1,
                source: 'ci',
                id: 'abc',
                type: 'service.deployed',
                occurredAt: 0,
              },
            },
            to: { award: 2, potential: 2, decided: 1, total: 1 },
            inputs: [],
          },
        }}
      />,
    );
    expect(screen.getByText('It rose.')).toBeVisible();
    expect(
      screen.getByText(/Event abc from ci, service.deployed/),
    ).toBeVisible();
  });
});

describe('StateBoundary', () => {
  it.each([
    ['forbidden', 'You may not see this scorecard', 'status'],
    ['not-found', 'Nothing to assess here yet', 'status'],
    ['error', 'The scorecard could not be loaded', 'alert'],
  ] as const)('says what to do when %s', (kind, title, role) => {
    const { container } = renderPart(
      <StateBoundary
        state={{ status: 'failed', problem: { kind, message: 'boom' } }}
        skeleton={null}
        onRetry={() => {}}
      >
        {() => null}
      </StateBoundary>,
    );
    expect(screen.getByRole('heading', { name: title })).toBeVisible();
    expect(container.querySelector(`[role=${role}]`)).toBeVisible();
  });

  it('holds the place while it loads', () => {
    renderPart(
      <StateBoundary
        state={{ status: 'loading' }}
        skeleton={<div>bones</div>}
        onRetry={() => {}}
      >
        {() => null}
      </StateBoundary>,
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      'Loading the scorecard',
    );
    expect(screen.getByText('bones')).toBeInTheDocument();
  });
});
