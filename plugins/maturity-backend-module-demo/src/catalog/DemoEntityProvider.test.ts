import {
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  parseEntityRef,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
  type Entity,
} from '@backstage/catalog-model';
import {
  readPublishedAssessment,
  TEAM_SIZE_ANNOTATION,
} from '@devops-scorecards/plugin-maturity-common';
import { CAST, STORIES } from '../domain';
import { DemoEntityProvider } from './DemoEntityProvider';
import { readDemoEntities } from './readDemoEntities';

const VALIDATORS = [
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
];

/** The refs that an entity's spec names, with the kind that a bare name has. */
function namedBy({ spec = {} }: Entity): string[] {
  const kinds: Record<string, string> = {
    owner: 'group',
    parent: 'group',
    memberOf: 'group',
    system: 'system',
    domain: 'domain',
  };
  return Object.entries(kinds).flatMap(([field, defaultKind]) =>
    [spec[field] ?? []].flat().map(ref =>
      stringifyEntityRef(
        parseEntityRef(String(ref), {
          defaultKind,
          defaultNamespace: 'default',
        }),
      ),
    ),
  );
}

describe('the entities of the demo', () => {
  it('are valid and name only each other', async () => {
    const entities = await readDemoEntities();
    const refs = new Set(entities.map(entity => stringifyEntityRef(entity)));

    expect(refs.size).toBe(entities.length);
    for (const entity of entities) {
      const handled = await Promise.all(
        VALIDATORS.map(validator => validator.check(entity)),
      );
      expect(handled).toContain(true);
      expect([...refs]).toEqual(expect.arrayContaining(namedBy(entity)));
    }
  });

  it('include every story, the users and the published repositories', async () => {
    const entities = new Map(
      (await readDemoEntities()).map(entity => [
        stringifyEntityRef(entity),
        entity,
      ]),
    );
    for (const { entityRef, name } of [...STORIES, ...CAST]) {
      expect(
        entities.get(entityRef)?.metadata.annotations?.[
          'devops-scorecards.io/pipeline'
        ],
      ).toBe(name);
    }
    expect(entities.get('component:default/walkthrough')).toMatchObject({
      metadata: {
        annotations: {
          'devops-scorecards.io/maturity-model': 'caict-part3',
          'devops-scorecards.io/service-id': 'walkthrough',
        },
      },
      spec: { owner: 'orders-team' },
    });
    expect(entities.get('user:default/lin')?.spec).toMatchObject({
      memberOf: ['orders-team', 'payments-team'],
    });
    expect(entities.get('user:default/zhao')?.spec).toMatchObject({
      memberOf: ['platform'],
    });
    expect(
      [...entities.values()].flatMap(
        ({ metadata }) =>
          metadata.annotations?.['github.com/project-slug'] ?? [],
      ),
    ).toEqual(['Codertocat/Hello-World', 'octo-org/octo-repo']);
  });

  it('claim nothing of a real firm beyond its source', async () => {
    const entities = await readDemoEntities();
    const cases = entities.filter(({ metadata }) =>
      metadata.tags?.includes('published-case'),
    );
    expect(cases).toHaveLength(10);
    for (const entity of cases) {
      expect(readPublishedAssessment(entity).problem).toBeUndefined();
      expect(Object.keys(entity.metadata.annotations ?? {})).not.toContain(
        TEAM_SIZE_ANNOTATION,
      );
    }
    const [last] = entities.filter(
      ({ kind, metadata }) =>
        kind === 'Group' && metadata.name === 'citic-securities-as-named',
    );
    expect(last.metadata.title).toBe(
      'CITIC Securities (as named in the source; its facts fit CSC Financial)',
    );
  });

  it('are provided as a whole, so that an empty demo takes them away', async () => {
    const applyMutation = jest.fn(async () => {});
    const connection = { applyMutation, refresh: async () => {} };
    const entities = await readDemoEntities();
    await new DemoEntityProvider({ entities }).connect(connection);
    await new DemoEntityProvider({ entities: [] }).connect(connection);

    expect(applyMutation.mock.calls).toEqual([
      [
        {
          type: 'full',
          entities: entities.map(entity => ({
            entity,
            locationKey: 'maturity-demo',
          })),
        },
      ],
      [{ type: 'full', entities: [] }],
    ]);
  });
});
