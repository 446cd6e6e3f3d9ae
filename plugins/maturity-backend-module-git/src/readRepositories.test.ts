import { ConfigReader } from '@backstage/config';
import { readRepositories } from './readRepositories';

const read = (...repositories: object[]) =>
  readRepositories({
    id: 'git',
    key: 'maturity.sources.git',
    config: new ConfigReader({ repositories } as any),
  });

describe('readRepositories', () => {
  it('takes credentials out of the address', () => {
    const [repository] = read({
      url: 'https://reader:p%40ss@Git.Acme.test/Pay/Shop.git',
      branch: 'release/2026',
      deployments: { tags: 'v*', environment: 'live' },
    });
    expect(repository).toEqual({
      name: 'git.acme.test/pay/shop',
      path: 'pay/shop',
      remote: 'https://git.acme.test/Pay/Shop.git',
      protocols: 'https:http:ssh',
      authorization: `Basic ${Buffer.from('reader:p@ss').toString('base64')}`,
      eventSource: 'https://git.acme.test/pay/shop',
      aliases: [{ scheme: 'repository', value: 'git.acme.test/pay/shop' }],
      entityRef: undefined,
      branch: 'release/2026',
      deployments: { tags: 'v*', environment: 'live' },
    });
  });

  it.each([
    ['git@git.acme.test:pay/shop.git', 'git.acme.test/pay/shop'],
    ['ssh://git@git.acme.test/pay/shop.git', 'git.acme.test/pay/shop'],
    ['http://git.acme.test/pay/shop', 'git.acme.test/pay/shop'],
  ])('reads %s', (url, name) => {
    expect(read({ url })[0]).toMatchObject({ name });
  });

  it('knows a repository on this machine by its entity', () => {
    expect(
      read({ path: '/srv/git/a b.git', entityRef: 'Component:Shop' })[0],
    ).toMatchObject({
      name: '/srv/git/a b.git',
      remote: 'file:///srv/git/a%20b.git',
      protocols: 'file',
      entityRef: 'component:default/shop',
      aliases: [],
    });
  });

  it.each([
    [{}, /repositories\[0\] needs either url/],
    [{ url: 'https://a.test/b/c', path: '/x' }, /needs either url/],
    [{ url: 'ext::sh -c touch% /tmp/x' }, /repositories\[0\]\.url is no/],
    [{ url: '--upload-pack=touch /tmp/x' }, /url is no/],
    [{ url: 'file:///etc' }, /url is no/],
    [{ url: '-oProxyCommand=x@host:path' }, /url is no/],
    [{ path: '/srv/git/a.git' }, /repositories\[0\]\.entityRef is missing/],
    [{ path: '/a', entityRef: 'no ref' }, /entityRef is 'no ref'/],
    [{ url: 'https://a.test/b/c', branch: '--exec' }, /branch is '--exec'/],
    [{ url: 'https://a.test/b/c', branch: 'a..b' }, /branch is 'a\.\.b'/],
    [
      {
        url: 'https://a.test/b/c',
        deployments: { tags: 'v 1', environment: 'live' },
      },
      /deployments\.tags is 'v 1'/,
    ],
    [
      { url: 'https://a.test/b/c', deployments: { tags: 'v*' } },
      /deployments\.environment/,
    ],
  ])('refuses %j', (repository, message) => {
    expect(() => read(repository)).toThrow(message);
  });

  it('quotes no address, for it may hold credentials', () => {
    expect(() => read({ url: 'ftp://u:secret@a.test/b/c' })).toThrow(
      expect.objectContaining({
        message: expect.not.stringContaining('secret'),
      }),
    );
  });

  it('refuses the same repository twice', () => {
    const url = 'https://a.test/b/c';
    expect(() => read({ url }, { url: `${url}.git/` })).toThrow(
      /repositories\[1\] is the same/,
    );
    expect(read({ url }, { url, branch: 'next' })).toHaveLength(2);
  });
});
