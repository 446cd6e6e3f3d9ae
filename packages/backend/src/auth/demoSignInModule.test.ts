import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { demoSignInModule } from './demoSignInModule';

const LIN = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'lin', namespace: 'default' },
  spec: { memberOf: ['payments'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
};

/** Asks the running auth plugin for a token, as the sign-in page does. */
async function refresh(options: { demo?: object; user: string }) {
  const { server } = await startTestBackend({
    features: [
      authPlugin,
      demoSignInModule,
      catalogServiceMock.factory({ entities: [LIN] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
          auth: { providers: options.demo ? { demo: options.demo } : {} },
        },
      }),
    ],
  });
  const response = await fetch(
    `http://localhost:${server.port()}/api/auth/demo/refresh`,
    {
      headers: {
        'x-demo-user': options.user,
        'x-requested-with': 'XMLHttpRequest',
      },
    },
  );
  return { status: response.status, body: await response.json() };
}

describe('demoSignInModule', () => {
  const environment = process.env.NODE_ENV;
  const setEnvironment = (value?: string) => {
    (process.env as Record<string, string | undefined>).NODE_ENV = value;
  };
  afterEach(() => setEnvironment(environment));

  it('issues a token for a listed user in development', async () => {
    setEnvironment('development');
    const { status, body } = await refresh({
      demo: { users: ['user:default/lin'] },
      user: 'user:default/lin',
    });
    expect(status).toBe(200);
    expect(body.backstageIdentity.identity).toEqual({
      type: 'user',
      userEntityRef: 'user:default/lin',
      ownershipEntityRefs: ['user:default/lin', 'group:default/payments'],
    });
    expect(body.backstageIdentity.token).toEqual(expect.any(String));
  });

  it('issues none in production, though it is configured', async () => {
    setEnvironment('production');
    const { status, body } = await refresh({
      demo: { users: ['user:default/lin'] },
      user: 'user:default/lin',
    });
    expect(status).toBe(403);
    expect(body.error.name).toBe('NotAllowedError');
  });

  it('does not exist where it is not configured', async () => {
    setEnvironment('development');
    const { status } = await refresh({ user: 'user:default/lin' });
    expect(status).toBe(404);
  });

  it('issues none for a user who is not listed', async () => {
    setEnvironment('development');
    const { status } = await refresh({
      demo: { users: ['user:default/zhao'] },
      user: 'user:default/lin',
    });
    expect(status).toBe(403);
  });
});
