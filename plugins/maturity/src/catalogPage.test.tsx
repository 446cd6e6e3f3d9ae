import { renderTestApp } from '@backstage/frontend-test-utils';
import { registerMswTestHooks } from '@backstage/test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { MATURITY_LEVEL_LABEL } from '@devops-scorecards/plugin-maturity-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { catalogColumnModule, catalogFilterModule } from './alpha';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'walkthrough',
    namespace: 'default',
    labels: { [MATURITY_LEVEL_LABEL]: 'L3' },
  },
  spec: { type: 'service' },
};

/** What the page asked the catalog for by predicate. */
interface PredicateBody {
  query: object;
  orderBy: { field: string; order: string }[];
}

describe('the catalog page', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('has both level columns and sorts by them on the server', async () => {
    const user = userEvent.setup();
    const asked: PredicateBody[] = [];
    const page = { items: [entity], totalItems: 1, pageInfo: {} };
    server.use(
      http.get('*/api/catalog/entities/by-query', () =>
        HttpResponse.json(page as never),
      ),
      http.post('*/api/catalog/entities/by-query', async ({ request }) => {
        asked.push((await request.json()) as PredicateBody);
        return HttpResponse.json(page as never);
      }),
      http.get('*/api/catalog/entity-facets', () =>
        HttpResponse.json({
          facets: { kind: [{ value: 'Component', count: 1 }] },
        }),
      ),
      http.all('*', () => HttpResponse.json({})),
    );
    localStorage.setItem('language', 'en');
    renderTestApp({
      features: [catalogPlugin, catalogFilterModule, catalogColumnModule],
      initialRouteEntries: ['/catalog?filters[user]=all'],
      config: {
        app: { baseUrl: 'http://localhost:7007' },
        backend: { baseUrl: 'http://localhost:7007' },
      },
    });
    expect(
      await screen.findByRole('button', { name: 'Sort all by Stability' }),
    ).toBeVisible();
    // The table draws its rows anew when the count arrives.
    await waitFor(() =>
      expect(
        screen.getByText('Comprehensive', { selector: 'td *' }),
      ).toBeVisible(),
    );

    await user.click(
      screen.getByRole('button', { name: 'Sort all by Maturity' }),
    );
    const field = `metadata.labels.${MATURITY_LEVEL_LABEL}`;
    await waitFor(() =>
      expect(asked.map(({ orderBy }) => orderBy[0])).toEqual([
        { field, order: 'desc' },
        { field: 'metadata.name', order: 'asc' },
      ]),
    );
    expect(
      await screen.findByRole('button', { name: /highest first/ }),
    ).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Sort the list' })).toHaveValue(
      'maturity desc',
    );
  });
});
