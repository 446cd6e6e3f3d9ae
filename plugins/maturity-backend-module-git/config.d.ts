export interface Config {
  maturity?: {
    sources?: {
      /** A source of type `git`, whatever its id: repositories that are read with git. */
      [name: string]: {
        /** Repositories to read. */
        repositories?: {
          /**
           * What git clones from, over https, http or ssh; it may hold
           * credentials.
           * @visibility secret
           */
          url?: string;
          /** Instead of `url`: a repository on this machine. */
          path?: string;
          /** The trunk. Default: the default branch of the repository. */
          branch?: string;
          /** The entity that it belongs to. Default: the one that names it. */
          entityRef?: string;
          /** Tags that are deployments. Default: none. */
          deployments?: {
            /** Pattern of their names, for example `v*`. */
            tags: string;
            /** The environment that they were deployed to, by its name. */
            environment: string;
          };
        }[];
        /** Where mirrors are kept. Default: below the temporary directory. */
        cacheDirectory?: string;
      };
    };
  };
}
