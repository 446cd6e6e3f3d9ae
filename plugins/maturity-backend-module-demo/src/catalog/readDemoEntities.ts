import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { parseEntityYaml } from '@backstage/plugin-catalog-node';

const FILES = [
  'organisation.yaml',
  'systems.yaml',
  'components.yaml',
  'services.yaml',
  'published-cases.yaml',
];

/** The entities of the demo, as the package ships them. */
export async function readDemoEntities(): Promise<Entity[]> {
  const entities: Entity[] = [];
  for (const file of FILES) {
    const path = resolvePackagePath(
      '@devops-scorecards/plugin-maturity-backend-module-demo',
      'catalog',
      file,
    );
    // Not the file's path: it differs between machines and would change the
    // entities when the portal moves.
    const location = { type: 'maturity-demo', target: file };
    for (const result of parseEntityYaml(await readFile(path), location)) {
      if (result.type === 'error') {
        throw result.error;
      }
      if (result.type === 'entity') {
        entities.push(withLocation(result.entity, location));
      }
    }
  }
  return entities;
}

function withLocation(
  entity: Entity,
  location: { type: string; target: string },
): Entity {
  const ref = `${location.type}:${location.target}`;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        [ANNOTATION_LOCATION]: ref,
        [ANNOTATION_ORIGIN_LOCATION]: ref,
      },
    },
  };
}
