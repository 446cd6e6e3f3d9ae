import type { Entity } from '@backstage/catalog-model';
import { aliasesOf } from './aliasesOf';
import { describeEntity } from './describeEntity';
import { documentOf } from './documentOf';

function entity(
  annotations: Record<string, string>,
  changes: Partial<Entity> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'Payments', annotations },
    spec: { type: 'service', lifecycle: 'production' },
    ...changes,
  };
}

describe('aliasesOf', () => {
  const names = (annotations: Record<string, string>) =>
    aliasesOf(entity(annotations))
      .slice(1)
      .map(({ scheme, value }) => `${scheme}=${value}`);

  it('always has the entity itself first', () => {
    expect(aliasesOf(entity({}))).toEqual([
      { scheme: 'entity', value: 'component:default/payments' },
    ]);
  });

  it.each([
    [
      'a repository, in lower case',
      { 'github.com/project-slug': 'Acme/Mono' },
      ['repository=github.com/acme/mono'],
    ],
    [
      'the host that the entity itself lies on',
      {
        'github.com/project-slug': 'Acme/Mono',
        'backstage.io/source-location':
          'url:https://Git.Acme.example/acme/mono/tree/main/',
      },
      ['repository=git.acme.example/acme/mono'],
    ],
    [
      'no host of another repository',
      {
        'github.com/project-slug': 'acme/mono',
        'backstage.io/managed-by-location':
          'url:https://git.acme.example/acme/monorail/blob/main/c.yaml',
      },
      ['repository=github.com/acme/mono'],
    ],
    [
      'a GitLab project, on gitlab.com, its instance or its location',
      { 'gitlab.com/project-slug': 'Acme/Group/Shop' },
      ['repository=gitlab.com/acme/group/shop'],
    ],
    [
      'the instance of a GitLab project',
      {
        'gitlab.com/project-slug': 'acme/shop',
        'gitlab.com/instance': 'https://Git.Acme.example/',
      },
      ['repository=git.acme.example/acme/shop'],
    ],
    [
      'the repository of a source location, without the page in it',
      {
        'backstage.io/source-location':
          'url:https://git.acme.example/Acme/Shop/-/tree/main/services/a/',
      },
      ['repository=git.acme.example/acme/shop'],
    ],
    [
      'no repository of a location that is a file',
      { 'backstage.io/source-location': 'file:/srv/catalog/' },
      [],
    ],
    [
      'the job without its Jenkins',
      { 'jenkins.io/job-full-name': 'main:Acme/shop, other' },
      ['jenkins-job=Acme/shop', 'jenkins-job=other'],
    ],
    [
      'what other plugins want',
      {
        'pagerduty.com/service-id': 'PABC123',
        'argocd/app-name': 'shop-production',
        'backstage.io/kubernetes-id': 'shop',
        'grafana/alert-label-selector': 'service=shop',
        'opsgenie.com/team': 'shop-team',
        'sonarqube.org/project-key': 'acme_shop',
      },
      [
        'pagerduty-service=PABC123',
        'opsgenie=shop-team',
        'argocd-app=shop-production',
        'kubernetes=shop',
        'alert-label=service=shop',
        'sonarqube-project=acme_shop',
      ],
    ],
    [
      'names of any scheme, and no ref of another entity',
      {
        'devops-scorecards.io/alias':
          'jenkins-job:Acme/shop, repository:Git.acme.example/A/b, entity:component:default/x, nonsense:x, kubernetes:, plain',
      },
      ['jenkins-job=Acme/shop', 'repository=git.acme.example/a/b'],
    ],
    [
      'lists, trimmed, each once, with their case',
      {
        'devops-scorecards.io/service-id': ' a, B ,a,,',
        'devops-scorecards.io/pipeline': 'build',
        'devops-scorecards.io/event-source': 'https://ci.example/job/1',
      },
      [
        'service=a',
        'service=B',
        'pipeline=build',
        'event-source=https://ci.example/job/1',
      ],
    ],
    [
      'nothing that is too long for any producer',
      { 'devops-scorecards.io/service-id': 'x'.repeat(513) },
      [],
    ],
  ])('gives %s', (_, annotations, expected) => {
    expect(names(annotations as unknown as Record<string, string>)).toEqual(
      expected,
    );
  });
});

describe('documentOf', () => {
  it('does not see the levels that we put on an entity ourselves', () => {
    const plain = entity({ a: 'b' });
    const labelled = entity(
      { a: 'b', 'devops-scorecards.io/maturity-summary': 'x@1 measured=3' },
      {
        metadata: {
          name: 'Payments',
          uid: 'u',
          etag: 'e',
          labels: {
            'devops-scorecards.io/maturity-level': 'L3',
            'devops-scorecards.io/stability-level': 'L2',
          },
          annotations: {
            'devops-scorecards.io/maturity-summary': 'x@1 measured=3',
            'devops-scorecards.io/stability-summary': 'y@1 measured=2',
            a: 'b',
          },
        },
      },
    );
    expect(JSON.stringify(documentOf(labelled))).toBe(
      JSON.stringify(documentOf(plain)),
    );
  });

  it('is the same whatever the order of keys and relations', () => {
    const relations = [
      { type: 'partOf', targetRef: 'system:default/s' },
      { type: 'ownedBy', targetRef: 'group:default/b' },
      { type: 'ownedBy', targetRef: 'group:default/a' },
    ];
    const one = entity({ a: '1', b: '2' }, { relations });
    const two = entity(
      { b: '2', a: '1' },
      {
        relations: [
          { type: 'dependsOn', targetRef: 'component:default/x' },
          ...[...relations].reverse(),
        ],
      },
    );
    expect(JSON.stringify(documentOf(two))).toBe(
      JSON.stringify(documentOf(one)),
    );
  });

  it('keeps of a long definition only that there is one', () => {
    const document = documentOf(
      entity({}, { spec: { definition: 'x'.repeat(2_000_000) } }),
    );
    expect(document.spec).toEqual({ definition: 'x'.repeat(1024) });
  });

  it('keeps long settings that are meant for us whole', () => {
    const published = JSON.stringify({ note: 'x'.repeat(2_000) });
    const document = documentOf(
      entity({
        'devops-scorecards.io/published-assessment': published,
        'example.com/long': published,
      }),
    );
    expect(document.metadata).toMatchObject({
      annotations: {
        'devops-scorecards.io/published-assessment': published,
        'example.com/long': published.slice(0, 1024),
      },
    });
  });
});

describe('describeEntity', () => {
  it('makes refs full and takes the domain from the system', () => {
    const description = describeEntity(
      entity(
        {},
        {
          metadata: {
            name: 'Payments',
            namespace: 'Bank',
            labels: { 'devops-scorecards.io/tier': '1' },
          },
          spec: {
            type: 'service',
            lifecycle: 'production',
            owner: 'team-a',
            system: 'core',
          },
        },
      ),
      ref => (ref === 'system:bank/core' ? 'domain:bank/retail' : undefined),
    );
    expect(description).toMatchObject({
      ref: 'component:bank/payments',
      kind: 'component',
      type: 'service',
      lifecycle: 'production',
      tier: '1',
      ownerRef: 'group:bank/team-a',
      systemRef: 'system:bank/core',
      domainRef: 'domain:bank/retail',
    });
  });

  it('prefers the relation to the owner that the spec writes', () => {
    const description = describeEntity(
      entity(
        {},
        {
          spec: { owner: 'team-a', system: 'a:b:c/' },
          relations: [{ type: 'ownedBy', targetRef: 'user:default/guest' }],
        },
      ),
      () => undefined,
    );
    expect(description.ownerRef).toBe('user:default/guest');
    expect(description.systemRef).toBeUndefined();
  });
});
