import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { incidentFixture } from '../__testUtils__/incidentFixture';
import { renderTab } from '../__testUtils__/renderTab';
import {
  stabilityApiFixture,
  stabilityMeasurement,
} from '../__testUtils__/stabilityApiFixture';
import { stabilityScorecardFixture } from '../__testUtils__/stabilityScorecardFixture';

describe('availability', () => {
  async function panel(api = stabilityApiFixture()) {
    renderTab({ api });
    const region = await screen.findByRole('region', {
      name: 'Availability in service hours',
    });
    await within(region).findByRole('toolbar');
    return region;
  }

  it('shows share, agreement, budget, both downtimes and the calendar', async () => {
    const region = await panel();
    expect(region).toHaveTextContent('99.862%');
    expect(region).toHaveTextContent('agreed: 99.9%');
    expect(
      within(region).getByRole('img', {
        name: 'Error budget: overspent by 40%, 20\u00a0min of 14\u00a0min used',
      }),
    ).toBeInTheDocument();
    expect(region).toHaveTextContent('20 min of 242 hr of service');
    expect(region).toHaveTextContent('Downtime around the clock20 min');
    expect(region).toHaveTextContent('Trading hours');
    expect(region).toHaveTextContent('dates known for 41 more days only');
    // Nobody wants to read milliseconds of milliseconds.
    expect(region).not.toHaveTextContent(/\d{3},\d{3},/);
  });

  it('goes from day to day with the arrow keys', async () => {
    const user = userEvent.setup();
    const region = await panel();
    const days = within(
      within(region).getByRole('toolbar', { name: /^90 days: / }),
    ).getAllByRole('button');
    expect(days).toHaveLength(90);
    // One stop for the tabulator: the newest day.
    expect(days.filter(day => day.tabIndex === 0)).toEqual([days[89]]);
    act(() => days[89].focus());
    await user.keyboard('{ArrowLeft}');
    expect(days[88]).toHaveFocus();
    expect(days[88]).toHaveAccessibleName(
      'Nov 19, 2026: 20\u00a0min of downtime',
    );
    await user.keyboard('{Home}');
    expect(days[0]).toHaveFocus();
    expect(days[0]).toHaveAccessibleName(/no service hours/);
    await user.keyboard('{ArrowLeft}{ArrowRight}');
    expect(days[1]).toHaveFocus();
    await user.keyboard('{End}{ArrowRight}');
    expect(days[89]).toHaveFocus();
  });

  it('says the same as a table', async () => {
    const user = userEvent.setup();
    const region = await panel();
    await user.click(
      within(region).getByRole('button', {
        name: 'Show as table: Day by day',
      }),
    );
    expect(
      within(region).getByRole('row', {
        name: 'Nov 19, 2026 downtime 4\u00a0hr 20\u00a0min',
      }),
    ).toBeVisible();
  });

  it('leaves the days before the source was connected open', async () => {
    const region = await panel(
      stabilityApiFixture({
        getMeasurements: async ({ metrics = [] }) =>
          metrics.map(metric =>
            stabilityMeasurement(metric, {
              connectedSince: Date.UTC(2026, 9, 20),
            }),
          ),
      }),
    );
    expect(
      within(region).getByRole('toolbar', { name: /58 not connected$/ }),
    ).toBeInTheDocument();
  });
});

describe('incidents', () => {
  async function table(api = stabilityApiFixture()) {
    renderTab({ api });
    const region = await screen.findByRole('region', { name: 'Incidents' });
    await within(region).findByRole('table');
    return region;
  }

  it('lists open ones first and filters', async () => {
    const user = userEvent.setup();
    const region = await table();
    const rows = within(region).getAllByRole('row');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toHaveTextContent('Quotes are late');
    expect(rows[1]).toHaveTextContent('open for 1 hr');
    expect(rows[2]).toHaveTextContent('critical');
    await user.selectOptions(
      within(region).getByRole('combobox', { name: 'Noticed by' }),
      'monitoring',
    );
    expect(within(region).getAllByRole('row')).toHaveLength(2);
    expect(within(region).getByRole('status')).toHaveTextContent(
      '1 of 2 shown',
    );
    await user.selectOptions(
      within(region).getByRole('combobox', { name: 'State' }),
      'open',
    );
    expect(region).toHaveTextContent('No incident matches the filter.');
  });

  it('leads in two clicks to what came over the wire, and to the correction', async () => {
    const user = userEvent.setup();
    const region = await table();
    await user.click(
      within(region).getByRole('button', {
        name: 'Show Orders are refused and its events',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await user.click(
      await within(dialog).findByRole('button', { name: /event-7/ }),
    );
    expect(
      await within(dialog).findByText(/"specversion": "1.0"/),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('button', { name: /correct/i }),
    ).toBeVisible();
  });

  it('opens the deployment that an incident is attributed to', async () => {
    const user = userEvent.setup();
    const region = await table();
    await user.click(
      within(region).getByRole('button', { name: 'Deployment deploy-18' }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent('deploy-18');
  });

  it('says so where that deployment is not there any more', async () => {
    const user = userEvent.setup();
    const region = await table(
      stabilityApiFixture({ getFacts: async () => [] }),
    );
    await user.click(
      within(region).getByRole('button', { name: 'Deployment deploy-18' }),
    );
    expect(await within(region).findByRole('alert')).toHaveTextContent(
      /not there any more/,
    );
  });

  it('puts flags into words', async () => {
    const region = await table(
      stabilityApiFixture({
        getIncidents: async () => [
          incidentFixture({
            flags: ['restored-before-start', 'also-reported', 'start-unknown'],
          }),
        ],
      }),
    );
    expect(region).toHaveTextContent('restored before it started');
    expect(region).toHaveTextContent('another source reports it');
    expect(region).toHaveTextContent('nobody said when it started');
  });

  it('shows the first few and all on request', async () => {
    const user = userEvent.setup();
    const region = await table(
      stabilityApiFixture({
        getIncidents: async () =>
          Array.from({ length: 8 }, (_, index) =>
            incidentFixture({ key: `incident-${index}` }),
          ),
      }),
    );
    expect(within(region).getAllByRole('row')).toHaveLength(7);
    expect(within(region).getByRole('status')).toHaveTextContent(
      '6 of 8 shown',
    );
    await user.click(
      within(region).getByRole('button', { name: 'Show 2 more' }),
    );
    expect(within(region).getAllByRole('row')).toHaveLength(9);
    await user.click(
      within(region).getByRole('button', { name: 'Show fewer' }),
    );
    expect(within(region).getAllByRole('row')).toHaveLength(7);
  });

  it('is glad where there were none', async () => {
    renderTab({ api: stabilityApiFixture({ getIncidents: async () => [] }) });
    expect(
      await screen.findByText(
        'No incident began in this window and none is open.',
      ),
    ).toBeVisible();
  });
});

describe('figures', () => {
  it('say who noticed first in one sentence and in numbers', async () => {
    renderTab();
    const region = await screen.findByRole('region', {
      name: 'Who noticed first',
    });
    expect(
      await within(region).findByRole('img', {
        name: '4 faults: monitoring 2, user 1, and unknown 1',
      }),
    ).toBeInTheDocument();
    expect(region).toHaveTextContent('regulator00%');
  });

  it('show durations as dots and, on request, as a table that leads to the incident', async () => {
    const user = userEvent.setup();
    renderTab();
    const region = await screen.findByRole('region', {
      name: 'How long it took',
    });
    expect(
      await within(region).findByRole('img', {
        name: /^The time-to-restore: 3 dots from 5\u00a0min to 1\u00a0hr/,
      }),
    ).toBeInTheDocument();
    expect(within(region).getByText('median 20 min')).toBeVisible();
    await user.click(
      within(region).getByRole('button', {
        name: 'Show as table: The time-to-restore',
      }),
    );
    expect(within(region).getByText('not ended, so far 1 hr')).toBeVisible();
    await user.click(
      within(region).getByRole('button', {
        name: 'Show Incident 1 and its events',
      }),
    );
    expect(await screen.findByRole('dialog')).toBeVisible();
  });

  it('name settings that cannot be used', async () => {
    renderTab({
      api: stabilityApiFixture({
        getScorecard: async () =>
          stabilityScorecardFixture({
            problems: [
              {
                annotation: 'devops-scorecards.io/availability-target',
                value: 'high',
                message: { en: 'Write 99.95%.', 'zh-CN': '请写 99.95%。' },
              },
            ],
          }),
      }),
    });
    await waitFor(() =>
      expect(screen.getByText(/“high”. Write 99.95%./)).toBeVisible(),
    );
  });
});
