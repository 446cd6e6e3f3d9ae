import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { MaturityApi } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import { maturityApiFixture } from '@devops-scorecards/plugin-maturity-react/testUtils';
import { MaturityContent } from '../components/MaturityContent';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'walkthrough', namespace: 'default' },
  spec: { type: 'service' },
};

/** Renders the tab of an entity at an address. */
export function renderContent(
  part: Partial<MaturityApi> = {},
  address = '/',
  annotations: Record<string, string> = {},
) {
  return renderInTestApp(
    <TestApiProvider apis={[[maturityApiRef, maturityApiFixture(part)]]}>
      <EntityProvider
        entity={{ ...entity, metadata: { ...entity.metadata, annotations } }}
      >
        <main>
          <h1>walkthrough</h1>
          <MaturityContent />
        </main>
      </EntityProvider>
    </TestApiProvider>,
    { routeEntries: [address] },
  );
}
