import { ConfigReader } from '@backstage/config';
import { createDemoAuthenticator } from './demoAuthenticator';

type SignInRequest = Parameters<
  ReturnType<typeof createDemoAuthenticator>['authenticate']
>[0]['req'];

function signIn(options: { environment?: string; header?: string }) {
  const authenticator = createDemoAuthenticator({
    environment: () => options.environment,
  });
  const context = authenticator.initialize({
    config: new ConfigReader({ users: ['user:default/lin', 'zhao'] }),
  });
  // Of the request the authenticator reads headers only.
  const req: Pick<SignInRequest, 'header'> = {
    header: (() => options.header) as SignInRequest['header'],
  };
  return authenticator.authenticate({ req: req as SignInRequest }, context);
}

describe('createDemoAuthenticator', () => {
  it.each([
    ['user:default/lin', 'user:default/lin'],
    ['User:Default/Lin', 'user:default/lin'],
    ['zhao', 'user:default/zhao'],
  ])('signs in the listed user %s', async (header, userEntityRef) => {
    await expect(
      signIn({ environment: 'development', header }),
    ).resolves.toEqual({ result: { userEntityRef } });
  });

  it.each(['production', 'test', undefined])(
    'refuses where NODE_ENV is %s',
    async environment => {
      await expect(
        signIn({ environment, header: 'user:default/lin' }),
      ).rejects.toThrow(
        expect.objectContaining({
          name: 'NotAllowedError',
          message: expect.stringContaining("NODE_ENV is 'development'"),
        }),
      );
    },
  );

  it('refuses a user that is not listed', async () => {
    await expect(
      signIn({ environment: 'development', header: 'user:default/wang' }),
    ).rejects.toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringContaining('auth.providers.demo.users'),
      }),
    );
  });

  it.each(['group:default/lin', 'user:other/lin'])(
    'does not take %s for the listed user of that name',
    async header => {
      await expect(
        signIn({ environment: 'development', header }),
      ).rejects.toThrow('is not a demo user');
    },
  );

  it('asks for a user where none is named', async () => {
    await expect(signIn({ environment: 'development' })).rejects.toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
