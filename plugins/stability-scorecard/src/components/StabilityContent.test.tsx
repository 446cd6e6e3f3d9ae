import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { AS_OF } from '../__testUtils__/incidentFixture';
import { renderTab } from '../__testUtils__/renderTab';
import {
  stabilityApiFixture,
  unconnectedApiFixture,
} from '../__testUtils__/stabilityApiFixture';
import {
  safeguardsFixture,
  stabilityScorecardFixture,
} from '../__testUtils__/stabilityScorecardFixture';

const PANELS = [
  'Three pillars',
  'The ten processes',
  'Availability in service hours',
  'Incidents',
  'Who noticed first',
  'How long it took',
  'Recovery and what is learned from faults',
  'Alerting',
  'Changes and releases',
  'Why',
  'Trend',
  'Metrics, week by week',
];

function named(name: string): Error {
  const error = new Error(name);
  error.name = name;
  return error;
}

function region(name: string) {
  return screen.findByRole('region', { name });
}

/** Everything that is read in pieces has come. */
async function settled() {
  await waitFor(() =>
    expect(document.querySelector('[aria-busy="true"]')).toBeNull(),
  );
}

describe('StabilityContent', () => {
  it('shows level, pillars, processes and what happened, free of axe violations', async () => {
    const { container } = renderTab();
    expect(
      await screen.findByRole('group', {
        name: 'Level 2, Foundation, 1 of 10 sub-items decided, proven 1, could be 4',
      }),
    ).toBeVisible();
    await settled();
    for (const name of PANELS) {
      expect(await region(name)).toBeVisible();
    }
    expect(
      screen.getByRole('region', { name: /^What stands between/ }),
    ).toBeVisible();
    // Models of the other scorecard and the safeguards are not offered.
    expect(
      screen.queryByRole('combobox', { name: 'Model' }),
    ).not.toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });

  it('is Chinese and dark without axe violations, too', async () => {
    const { container } = renderTab({ language: 'zh', theme: 'dark' });
    for (const name of [
      '三类保障',
      '十个过程',
      '服务时段可用率',
      '故障',
      '谁先发现',
    ]) {
      expect(await region(name)).toBeVisible();
    }
    await settled();
    expect(screen.getByText('过程3')).toBeVisible();
    expect(screen.getAllByText('监控').length).toBeGreaterThan(0);
    expect((await axe(container)).violations).toEqual([]);
  });

  it('opens a process to its criteria and to the attestation of one', async () => {
    const user = userEvent.setup();
    renderTab();
    const processes = await region('The ten processes');
    expect(within(processes).getByText('Measured')).toBeVisible();
    expect(
      within(processes).getByText('Connect a source of incidents.'),
    ).toBeVisible();
    await user.click(
      within(processes).getByRole('button', { name: 'Process 1' }),
    );
    await user.click(
      within(processes).getByRole('button', {
        name: /^Attest.*Drilled within 12 months \(P1\.drill-2\)/,
      }),
    );
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'It was rehearsed.',
    );
  });

  it('opens the criterion that the address names', async () => {
    renderTab({ address: '/?open=P3.runbook-2' });
    await waitFor(() =>
      expect(document.activeElement).toHaveTextContent('(P3.runbook-2)'),
    );
  });

  it('opens and closes all processes', async () => {
    const user = userEvent.setup();
    renderTab();
    const processes = await region('The ten processes');
    await user.click(
      within(processes).getByRole('button', { name: 'Open all' }),
    );
    expect(
      within(processes).getAllByRole('button', { expanded: true }).length,
    ).toBeGreaterThanOrEqual(10);
    await user.click(
      within(processes).getByRole('button', { name: 'Close all' }),
    );
    expect(
      within(processes).queryByRole('button', { expanded: true }),
    ).not.toBeInTheDocument();
  });

  it('shows the two pillars beside the processes with criteria of their own', async () => {
    const user = userEvent.setup();
    renderTab();
    const pillars = await region('Three pillars');
    const organisation = await within(pillars).findByRole('group', {
      name: 'Organisational safeguards',
    });
    expect(organisation).toHaveTextContent('Not assessed');
    await user.click(
      within(organisation).getByRole('button', {
        name: 'Criteria of Organisational safeguards',
      }),
    );
    expect(organisation).toHaveTextContent('(O.roles-2)');
  });

  it('has the service assessed on request and announces the new level', async () => {
    const user = userEvent.setup();
    const raised = stabilityScorecardFixture();
    raised.root.levels = { ...raised.root.levels, measured: 3 };
    const refresh = jest.fn(async () => raised);
    renderTab({ api: stabilityApiFixture({ refresh }) });
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(
      await screen.findByRole('group', { name: /^Level 3, Comprehensive/ }),
    ).toBeVisible();
    expect(refresh).toHaveBeenCalledWith(
      expect.objectContaining({ scorecard: 'stability' }),
    );
  });

  it('stands still at the time that the address names', async () => {
    const getScorecard = jest.fn(async ({ model }: { model?: string }) =>
      model ? safeguardsFixture() : stabilityScorecardFixture(),
    );
    const getIncidents = jest.fn(async () => []);
    renderTab({
      api: stabilityApiFixture({ getScorecard, getIncidents }),
      address: '/?asOf=2026-11-20T12:00',
    });
    expect(await screen.findByRole('button', { name: /now/i })).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Refresh' }),
    ).not.toBeInTheDocument();
    expect(getScorecard).toHaveBeenCalledWith(
      expect.objectContaining({ asOf: AS_OF, scorecard: 'stability' }),
    );
    await settled();
    expect(getIncidents).toHaveBeenCalledWith(
      expect.objectContaining({
        asOf: AS_OF,
        window: stabilityScorecardFixture().window,
      }),
    );
  });

  it('compares two windows', async () => {
    const user = userEvent.setup();
    renderTab();
    const trend = await region('Trend');
    await user.click(within(trend).getByRole('button', { name: /compare/i }));
    expect(await region('Before and after')).toBeVisible();
  });

  it('invents nothing where nothing is connected', async () => {
    const { container } = renderTab({ api: unconnectedApiFixture() });
    expect(
      await screen.findByRole('heading', {
        name: 'No faults, alerts or deployments are connected',
      }),
    ).toBeVisible();
    await settled();
    const availability = await region('Availability in service hours');
    expect(availability).toHaveTextContent(/nobody knows/);
    expect(availability).not.toHaveTextContent(/100%|0%/);
    expect(await region('Incidents')).toHaveTextContent(
      'No source of incidents is connected',
    );
    expect(
      screen.queryByRole('img', { name: /faults/ }),
    ).not.toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
  });

  it.each([
    ['NotAllowedError', 'You may not see this scorecard'],
    ['NotFoundError', 'No stability model applies here'],
    ['Error', 'The scorecard could not be loaded'],
  ])('says so on %s', async (name, heading) => {
    renderTab({
      api: stabilityApiFixture({
        getScorecard: () => Promise.reject(named(name)),
      }),
    });
    expect(await screen.findByRole('heading', { name: heading })).toBeVisible();
  });

  it('shows the rest where one part cannot be read', async () => {
    renderTab({
      api: stabilityApiFixture({
        getIncidents: () => Promise.reject(new Error('pager is down')),
      }),
    });
    const incidents = await region('Incidents');
    expect(await within(incidents).findByRole('alert')).toHaveTextContent(
      'pager is down',
    );
    expect(
      await screen.findByRole('img', { name: /^4 faults/ }),
    ).toBeInTheDocument();
  });
});
