export interface Config {
  app?: {
    /**
     * Users that can be picked on the sign-in page without a password. Each has
     * to be listed under `auth.providers.demo.users` too, and the backend lets
     * them in only where NODE_ENV is `development`.
     *
     * @deepVisibility frontend
     */
    demoUsers?: Array<{
      /** Entity ref of the user, for example `user:default/lin`. */
      entityRef: string;
      /** Name to show on the button. */
      name: string;
      /** What the user stands for; decides the explanation shown. */
      role: 'developer' | 'platform';
    }>;
  };
}
