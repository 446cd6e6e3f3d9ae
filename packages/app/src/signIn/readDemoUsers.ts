import { ConfigApi } from '@backstage/frontend-plugin-api';

/** Roles that the sign-in page can explain. */
export type DemoRole = 'developer' | 'platform';

/** A user that can be picked on the sign-in page of the demo. */
export interface DemoUser {
  entityRef: string;
  name: string;
  role: DemoRole;
}

/** Reads `app.demoUsers`, in the order in which they are configured. */
export function readDemoUsers(config: ConfigApi): DemoUser[] {
  return (config.getOptionalConfigArray('app.demoUsers') ?? []).map(user => ({
    entityRef: user.getString('entityRef'),
    name: user.getString('name'),
    role: user.getString('role') === 'platform' ? 'platform' : 'developer',
  }));
}
