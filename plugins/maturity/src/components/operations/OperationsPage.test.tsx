import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type {
  MaturityApi,
  SourceStatus,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import {
  importFixture,
  maturityApiFixture,
  sourceDetailFixture,
  sourceFixture,
  unmappedNameFixture,
} from '@devops-scorecards/plugin-maturity-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { OperationsPage } from './OperationsPage';

jest.setTimeout(60_000);

const HOUR = 3_600_000;

const github: Partial<SourceStatus> = {
  source: 'github',
  type: 'github',
  about: {
    title: 'GitHub',
    facts: ['run', 'change'],
    names: ['repository'],
  },
  doors: { webhook: '/v1/hooks/github', topics: [], pull: true, callers: [] },
  streams: { total: 2, failing: 1 },
};

const payments = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments', namespace: 'default' },
};

function render(part: Partial<MaturityApi> = {}, address = '/') {
  const catalog = catalogApiMock({ entities: [payments] });
  catalog.queryEntities = jest.fn(async () => ({
    items: [payments],
    totalItems: 1,
    pageInfo: {},
  }));
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [maturityApiRef, maturityApiFixture(part)],
        [catalogApiRef, catalog],
      ]}
    >
      <OperationsPage />
    </TestApiProvider>,
    {
      routeEntries: [address],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('sources', () => {
  it('are listed, those that need somebody first', async () => {
    const { container } = await render({
      getSources: async () => [
        sourceFixture(),
        sourceFixture(github),
        sourceFixture({
          source: 'never',
          lastReceivedAt: undefined,
          lastSeenAt: undefined,
          lag: undefined,
          events: 0,
        }),
        sourceFixture({
          source: 'old',
          stale: true,
          staleAfterMs: HOUR,
          lag: 5 * HOUR,
          unmapped: 3,
        }),
        sourceFixture({
          source: 'left',
          problems: [{ code: 'not-configured' }],
        }),
        sourceFixture({ source: 'shut', problems: [{ code: 'no-door' }] }),
        sourceFixture({ source: 'manual', type: 'manual' }),
      ],
    });
    const table = await screen.findByRole('table');
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringMatching(/^shut misconfigured/),
      expect.stringMatching(/^GitHub pulls fail/),
      expect.stringMatching(/^old silent.*5\shr.*1,234300$/),
      expect.stringMatching(/^left not configured/),
      expect.stringMatching(/^never nothing yetnever–/),
      expect.stringMatching(/^ci fine1 hour ago .*(1\shr|60\smin)/),
      expect.stringMatching(/^Told by people fine/),
    ]);
    expect((await axe(container)).violations).toEqual([]);
  });

  it('open to pulls, refusals and conflicts', async () => {
    const user = userEvent.setup();
    const pullNow = jest.fn(async () => {});
    const { container } = await render({
      getSources: async () => [sourceFixture(github)],
      getSource: async () =>
        sourceDetailFixture({
          ...github,
          problems: [{ code: 'setting', message: 'no token' }],
          ahead: 2,
          aheadMs: 90_000,
          streams: { total: 900, failing: 1 },
          pulls: [
            {
              source: 'github',
              stream: 'acme/payments runs',
              state: 'failing',
              failures: 2,
              lastError: 'HTTP 403',
              events: 5,
              refused: 1,
            },
          ],
          refusals: [
            {
              door: 'hooks',
              code: 401,
              message: 'wrong signature',
              receivedAt: 1,
              times: 40,
            },
            {
              door: 'events',
              id: 'e1',
              code: 400,
              message: 'no time',
              receivedAt: 1,
              times: 1,
            },
          ],
          recentConflicts: [
            { eventSource: '/ci', id: 'e2', seq: 3, receivedAt: 1 },
          ],
        }),
      pullNow,
    });
    await user.click(
      await screen.findByRole('button', { name: 'Show GitHub' }),
    );
    expect(await screen.findByText('no token')).toBeVisible();
    expect(screen.getByText(/2 events claimed a time/)).toBeVisible();
    expect(screen.getByText('/api/maturity/v1/hooks/github')).toBeVisible();
    expect(
      screen.getByRole('row', { name: /^acme\/payments runs fails/ }),
    ).toHaveTextContent('HTTP 403');
    expect(screen.getByText(/^The first 1 of 900/)).toBeVisible();
    expect(
      screen.getByRole('row', { name: /a whole delivery, 40 times/ }),
    ).toHaveTextContent('wrong signature');
    expect(screen.getByRole('row', { name: /\/ci e2$/ })).toBeVisible();
    expect((await axe(container)).violations).toEqual([]);

    await user.click(screen.getByRole('button', { name: 'Pull GitHub now' }));
    expect(pullNow).toHaveBeenCalledWith({ source: 'github' });
  });

  it('say what went wrong with a pull that was asked for', async () => {
    const user = userEvent.setup();
    await render({
      getSources: async () => [sourceFixture(github)],
      getSource: async () => sourceDetailFixture(github),
      pullNow: () => Promise.reject(new Error('not yours')),
    });
    await user.click(
      await screen.findByRole('button', { name: 'Show GitHub' }),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Pull GitHub now' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('not yours');
    expect(screen.getByText(/^No stream yet/)).toBeVisible();
    expect(screen.getByText('Nothing was refused.')).toBeVisible();
  });

  it('say what to do where there are none', async () => {
    await render({ getSources: async () => [] });
    expect(await screen.findByText(/^No source is configured/)).toBeVisible();
  });

  it.each([
    ['NotAllowedError', 'You may not see operations'],
    ['Error', 'This could not be loaded'],
  ])('say what to do on %s', async (name, title) => {
    const error = Object.assign(new Error('no'), { name });
    await render({ getSources: () => Promise.reject(error) });
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
  });
});

describe('waiting events', () => {
  it('are given to an entity by their name', async () => {
    const user = userEvent.setup();
    let waiting = [unmappedNameFixture()];
    const mapName = jest.fn(async (name: any) => {
      waiting = [];
      return {
        name: { id: 7, since: 1, gone: false, ...name },
        mapped: 12,
        pending: false,
      };
    });
    const { baseElement } = await render(
      {
        getUnmappedNames: async () => ({
          items: waiting,
          total: waiting.length,
        }),
        mapName,
      },
      '/?tab=names',
    );
    await user.click(
      await screen.findByRole('button', {
        name: 'Map acme/payments to an entity',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('jenkins.io/job-full-name');
    expect(
      within(dialog).getByRole('textbox', { name: /^Entity/ }),
    ).toHaveValue('payments');
    await user.click(
      within(dialog).getByRole('button', { name: 'Give the name' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Choose one of the entities',
    );
    await user.click(
      await within(dialog).findByRole('button', {
        name: 'component:default/payments',
      }),
    );
    expect((await axe(baseElement)).violations).toEqual([]);
    await user.click(
      within(dialog).getByRole('button', { name: 'Give the name' }),
    );
    expect(
      await within(dialog).findByText(
        '12 waiting events count for component:default/payments now.',
      ),
    ).toBeVisible();
    expect(mapName).toHaveBeenCalledWith({
      scheme: 'jenkins-job',
      value: 'acme/payments',
      entityRef: 'component:default/payments',
    });
    await user.click(
      within(dialog).getAllByRole('button', { name: 'Close' }).pop()!,
    );
    expect(await screen.findByText(/^No event waits/)).toBeVisible();
  });

  it('take a ref as it is written, and say what the backend says', async () => {
    const user = userEvent.setup();
    const mapName = jest.fn(() =>
      Promise.reject(new Error('There is no entity component:default/x')),
    );
    await render({ mapName }, '/?tab=names');
    await user.click(
      await screen.findByRole('button', {
        name: 'Map acme/payments to an entity',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    const field = within(dialog).getByRole('textbox', { name: /^Entity/ });
    await user.clear(field);
    await user.click(
      within(dialog).getByRole('button', { name: 'Give the name' }),
    );
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'Choose an entity.',
    );
    await user.type(field, 'component:default/x');
    await user.click(
      within(dialog).getByRole('button', { name: 'Give the name' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'There is no entity component:default/x',
    );
  });

  it('come in pages, with their events and why they wait', async () => {
    const user = userEvent.setup();
    const getUnmappedNames = jest.fn(async ({ offset = 0 } = {}) => ({
      items: [
        unmappedNameFixture({
          value: `job-${offset}`,
          entityRefs: ['component:default/shop'],
        }),
      ],
      total: 26,
    }));
    await render(
      {
        getUnmappedNames,
        getUnmappedEvents: async ({ name } = {}) => [
          {
            seq: 1,
            source: 'jenkins',
            id: `event of ${name?.value}`,
            type: 'dev.cdevents.pipelinerun.finished.0.2.0',
            occurredAt: 1,
            aliases: [
              { scheme: 'jenkins-job', value: name?.value ?? '' },
              { scheme: 'git', value: 'git.example/shop' },
            ],
          },
        ],
      },
      '/?tab=names',
    );
    expect(
      await screen.findByText(/^Stands for component:default\/shop/),
    ).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Show the events of job-0' }),
    );
    expect(await screen.findByText('event of job-0')).toBeVisible();
    expect(screen.getByText('git.example/shop')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    expect(
      await screen.findByRole('button', { name: 'Show the events of job-25' }),
    ).toBeVisible();
    expect(screen.getByText('26 to 26 of 26')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Next page' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    expect(await screen.findByText('1 to 1 of 26')).toBeVisible();
  });

  it('list the names that were given, to be taken back', async () => {
    const user = userEvent.setup();
    let given = [
      {
        id: 3,
        scheme: 'service' as const,
        value: 'pay',
        entityRef: 'component:default/payments',
        since: 1,
        gone: false,
      },
      {
        id: 4,
        scheme: 'service' as const,
        value: 'old',
        entityRef: 'component:default/old',
        since: 1,
        gone: true,
      },
    ];
    const removeName = jest.fn(async ({ id }: { id: number }) => {
      given = given.filter(one => one.id !== id);
    });
    const { container } = await render(
      { getOperatorNames: async () => given, removeName },
      '/?tab=names',
    );
    expect(
      await screen.findByRole('link', { name: /payments/ }),
    ).toHaveAttribute('href', '/catalog/default/component/payments');
    expect(screen.getByText('not in the catalog any more')).toBeVisible();
    expect((await axe(container)).violations).toEqual([]);
    await user.click(
      screen.getByRole('button', {
        name: 'Take pay back from component:default/payments',
      }),
    );
    expect(await screen.findByText(/^pay was taken back/)).toBeVisible();
    expect(removeName).toHaveBeenCalledWith({ id: 3 });
    expect(screen.queryByRole('link', { name: /payments/ })).toBeNull();
  });
});

describe('imports', () => {
  it('can be of the sources that are configured', async () => {
    await render(
      {
        getSources: async () => [
          sourceFixture(),
          sourceFixture({ source: 'manual', type: 'manual' }),
          sourceFixture({
            source: 'left',
            problems: [{ code: 'not-configured' }],
          }),
        ],
        getImports: async () => [importFixture({ name: 'last-year.ndjson' })],
      },
      '/?tab=imports',
    );
    expect(await screen.findByText(/last-year\.ndjson/)).toBeVisible();
    expect(
      screen
        .getAllByRole('option')
        .map(option => (option as HTMLOptionElement).value),
    ).toEqual(expect.arrayContaining(['ci']));
    expect(screen.queryByRole('option', { name: 'manual' })).toBeNull();
    expect(screen.queryByRole('option', { name: 'left' })).toBeNull();
  });
});
