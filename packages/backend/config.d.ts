export interface Config {
  auth?: {
    providers?: {
      /**
       * Sign-in without a password for trying the portal out. Refused unless
       * NODE_ENV is `development`.
       */
      demo?: {
        /** Entity refs of the users that may sign in. */
        users: string[];
      };
    };
  };
}
