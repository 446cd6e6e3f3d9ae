import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { MANUAL_SOURCE } from '@devops-scorecards/plugin-maturity-common';
import { fromTimeInput } from '@devops-scorecards/plugin-maturity-react';
import {
  incidentFixture,
  openIncidentFixture,
} from '../__testUtils__/incidentFixture';
import { renderTab } from '../__testUtils__/renderTab';
import { stabilityApiFixture } from '../__testUtils__/stabilityApiFixture';
import { stabilityTexts } from '../__testUtils__/stabilityTexts';
import { checkReport, type ReportDraft } from './report/reportDraft';

const ZONE = 'Asia/Shanghai';

describe('checkReport', () => {
  const { t } = stabilityTexts();
  const now = fromTimeInput('2026-11-20T12:00:00', ZONE)!;
  const draft: ReportDraft = {
    title: ' Refunds fail ',
    severity: '',
    impact: '',
    detectedBy: '',
    cause: '',
    startedAt: '',
    detectedAt: '2026-11-20T11:00:00',
    restoredAt: '',
    url: '',
  };
  const check = (change: Partial<ReportDraft>) =>
    checkReport({ draft: { ...draft, ...change }, timeZone: ZONE, now, t });

  it('says what is filled in and nothing else', () => {
    expect(check({}).report).toEqual({
      title: 'Refunds fail',
      detectedAt: fromTimeInput('2026-11-20T11:00:00', ZONE),
    });
    expect(
      check({
        severity: 'major',
        impact: 'degraded',
        detectedBy: 'user',
        cause: 'capacity',
        startedAt: '2026-11-20T10:50:00',
        restoredAt: '2026-11-20T11:30:00',
        url: 'https://wiki.example/1',
      }).report,
    ).toEqual({
      title: 'Refunds fail',
      severity: 'major',
      impact: 'degraded',
      detectedBy: 'user',
      cause: 'capacity',
      startedAt: fromTimeInput('2026-11-20T10:50:00', ZONE),
      detectedAt: fromTimeInput('2026-11-20T11:00:00', ZONE),
      restoredAt: fromTimeInput('2026-11-20T11:30:00', ZONE),
      url: 'https://wiki.example/1',
    });
  });

  it.each([
    [{ title: ' ' }, 'Say what happened.'],
    [{ detectedAt: '' }, 'Say when it was noticed.'],
    [{ detectedAt: 'soon' }, '“Noticed” is no time.'],
    [{ restoredAt: '2026-11-20T12:00:01' }, '“Restored” lies in the future.'],
    [
      { startedAt: '2026-11-20T11:00:01' },
      '“Noticed” lies before “Impact began”.',
    ],
    [
      { startedAt: '2026-11-20T10:00:00', restoredAt: '2026-11-20T10:30:00' },
      '“Restored” lies before “Noticed”.',
    ],
    [{ url: 'ftp://wiki.example/1' }, 'The link must begin with https'],
  ] as [Partial<ReportDraft>, string][])('refuses %j', (change, problem) => {
    const { report, problems } = check(change);
    expect(report).toBeUndefined();
    expect(problems).toEqual([expect.stringContaining(problem)]);
  });
});

describe('reporting an incident', () => {
  it('sends what was filled in, in the zone of the portal, and reads again', async () => {
    const user = userEvent.setup();
    const reportIncident = jest.fn(async () => incidentFixture());
    const getIncidents = jest.fn(async () => [incidentFixture()]);
    renderTab({ api: stabilityApiFixture({ reportIncident, getIncidents }) });
    const region = await screen.findByRole('region', { name: 'Incidents' });
    await within(region).findByText('Orders are refused');
    const before = getIncidents.mock.calls.length;
    await user.click(
      within(region).getByRole('button', { name: 'Report an incident' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Times are in Asia/Shanghai.');
    await user.click(within(dialog).getByRole('button', { name: 'Report' }));
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'Say what happened.',
    );
    expect(reportIncident).not.toHaveBeenCalled();

    await user.type(
      within(dialog).getByLabelText(/What happened/),
      'Refunds fail',
    );
    fireEvent.change(within(dialog).getByLabelText(/^Noticed\s*\*$/), {
      target: { value: '2025-11-20T11:00:00' },
    });
    await user.selectOptions(
      within(dialog).getByLabelText('Severity'),
      'critical',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Report' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(reportIncident).toHaveBeenCalledWith({
      entityRef: 'component:default/walkthrough',
      title: 'Refunds fail',
      severity: 'critical',
      detectedAt: Date.UTC(2025, 10, 20, 3),
    });
    await waitFor(() =>
      expect(getIncidents.mock.calls.length).toBeGreaterThan(before),
    );
  });

  it('keeps what was filled in when it is refused', async () => {
    const user = userEvent.setup();
    const reportIncident = async () => {
      throw new Error('You lack the permission maturity.incident.report');
    };
    renderTab({ api: stabilityApiFixture({ reportIncident }) });
    await user.click(
      await screen.findByRole('button', { name: 'Report an incident' }),
    );
    const dialog = await screen.findByRole('dialog');
    const what = within(dialog).getByLabelText(/What happened/);
    await user.type(what, 'Refunds fail');
    await user.click(within(dialog).getByRole('button', { name: 'Report' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'maturity.incident.report',
    );
    expect(what).toHaveValue('Refunds fail');
  });

  it.each([
    ['en', 'light'],
    ['zh', 'dark'],
  ] as const)('has no axe violation (%s, %s)', async (language, theme) => {
    const user = userEvent.setup();
    renderTab({ language, theme });
    await user.click(
      await screen.findByRole('button', {
        name: language === 'en' ? 'Report an incident' : '上报故障',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect((await axe(dialog)).violations).toEqual([]);
  });

  it('can be left, with buttons that stay in sight of a long form', async () => {
    const user = userEvent.setup();
    const reportIncident = jest.fn(async () => incidentFixture());
    renderTab({ api: stabilityApiFixture({ reportIncident }) });
    await user.click(
      await screen.findByRole('button', { name: 'Report an incident' }),
    );
    const dialog = await screen.findByRole('dialog');
    const submit = within(dialog).getByRole('button', { name: 'Report' });
    expect(submit.closest('form')).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(reportIncident).not.toHaveBeenCalled();
  });

  it('is not offered on a page of the past', async () => {
    renderTab({ address: '/?asOf=2026-11-01' });
    await screen.findByRole('region', { name: 'Incidents' });
    expect(
      screen.queryByRole('button', { name: 'Report an incident' }),
    ).not.toBeInTheDocument();
  });
});

describe('an incident that a person told of', () => {
  const api = (continueIncident: jest.Mock) =>
    stabilityApiFixture({
      continueIncident,
      getIncidents: async () => [
        openIncidentFixture({ source: MANUAL_SOURCE, key: 'by-hand' }),
        incidentFixture(),
      ],
    });

  it('is acknowledged and restored from the list; those of tools are not', async () => {
    const user = userEvent.setup();
    const continueIncident = jest.fn(async () => incidentFixture());
    renderTab({ api: api(continueIncident) });
    const region = await screen.findByRole('region', { name: 'Incidents' });
    expect(
      await within(region).findByText('reported by hand'),
    ).toBeInTheDocument();
    expect(
      within(region).getAllByRole('button', { name: /now$/ }),
    ).toHaveLength(2);
    await user.click(
      within(region).getByRole('button', {
        name: 'Quotes are late is restored now',
      }),
    );
    expect(continueIncident).toHaveBeenCalledWith({
      entityRef: 'component:default/walkthrough',
      key: 'by-hand',
      step: 'restore',
      at: expect.any(Number),
    });
  });

  it('says why a step could not be kept', async () => {
    const user = userEvent.setup();
    const continueIncident = jest.fn(async () => {
      throw new Error('It is restored already');
    });
    renderTab({ api: api(continueIncident) });
    await user.click(
      await screen.findByRole('button', {
        name: 'Acknowledge Quotes are late now',
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It is restored already',
    );
  });
});
