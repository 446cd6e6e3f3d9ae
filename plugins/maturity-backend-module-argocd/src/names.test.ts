import type { JsonObject } from '@backstage/types';
import { type Changes, mapped } from './__testUtils__/applications';

describe('whose it is', () => {
  it('is told by an annotation, which loses no event when it is wrong', () => {
    const entityRefOf = (ref: string) =>
      mapped({
        metadata: { annotations: { 'devops-scorecards.io/entity-ref': ref } },
      });
    expect(entityRefOf('Component:Payments').entityRef).toBe(
      'component:default/payments',
    );
    expect(entityRefOf('payments service')).toMatchObject({
      entityRef: undefined,
      statements: [{}],
    });
  });

  function namesOf(changes: Changes): string[] {
    return mapped(changes)
      .aliases.map(({ scheme, value }) => `${scheme} ${value}`)
      .slice(2);
  }

  it.each(['labels', 'annotations'])(
    'is told by the Kubernetes id among its %s, before the repository',
    where => {
      expect(
        namesOf({
          metadata: { [where]: { 'backstage.io/kubernetes-id': 'payments' } },
        }),
      ).toEqual([
        'kubernetes payments',
        'repository git.example.com/acme/manifests',
      ]);
    },
  );

  it('is told by the name that Kubernetes recommends, after the repository', () => {
    expect(
      namesOf({ metadata: { labels: { 'app.kubernetes.io/name': 'pay' } } }),
    ).toEqual(['repository git.example.com/acme/manifests', 'kubernetes pay']);
  });

  it.each<[string, JsonObject, string[]]>([
    [
      'charts',
      { source: { repoURL: 'https://charts.x/y', chart: 'payments' } },
      [],
    ],
    [
      'a chart and two repositories, one of them twice',
      {
        source: undefined,
        sources: [
          { repoURL: 'https://charts.x/y', chart: 'payments' },
          { repoURL: 'git@git.example.com:acme/values.git', ref: 'values' },
          { repoURL: 'https://git.example.com/acme/payments' },
          { repoURL: 'https://git.example.com/acme/payments.git' },
        ],
      },
      [
        'repository git.example.com/acme/values',
        'repository git.example.com/acme/payments',
      ],
    ],
    ['nothing', { source: undefined }, []],
    [
      'an address that no database keeps',
      { source: { repoURL: `https://x/${'y'.repeat(600)}` } },
      [],
    ],
  ])('is told by the repositories of %s', (_, spec, expected) => {
    expect(namesOf({ spec })).toEqual(expected);
  });
});
