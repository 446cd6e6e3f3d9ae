import { AsyncLocalStorage } from 'node:async_hooks';
import { mockErrorHandler } from '@backstage/backend-test-utils';
import express from 'express';
import type { Test } from 'supertest';
import { createRouter, type RouterOptions } from '../router';

type PortalOptions = Omit<RouterOptions, 'validateResponses'>;

/** Names the portal that a request is for. */
const HEADER = 'x-portal';

const portals: PortalOptions[] = [];
const asked = new AsyncLocalStorage<PortalOptions>();
let server: express.Express | undefined;

/**
 * A portal's routes over HTTP, with answers checked against the description.
 *
 * @remarks
 *
 * All portals of a test file share one router, because compiling the
 * description takes longer than most tests. A header says whose request it is.
 */
export function portalApp(options: PortalOptions) {
  const index = portals.push(options) - 1;
  server ??= createServer(options);
  return {
    server,
    /** Sends a request to this portal. */
    to: (request: Test): Test => request.set(HEADER, String(index)),
  };
}

function createServer(first: PortalOptions): express.Express {
  const members = Object.keys(first) as (keyof PortalOptions)[];
  const ofAsked = Object.fromEntries(
    members.map(member => [member, memberOfAsked(member)]),
  ) as unknown as PortalOptions;
  return express()
    .use((request, _, next) =>
      asked.run(portals[Number(request.get(HEADER))], next),
    )
    .use(
      createRouter({
        ...ofAsked,
        // A function, which Express takes apart more closely than the rest.
        ingest: express
          .Router()
          .use((...args) => asked.getStore()!.ingest(...args)),
        validateResponses: true,
      }),
    )
    .use(mockErrorHandler());
}

/**
 * Stands for what lies at a path of the options of whichever portal is asked;
 * routes take their options apart before anybody asks. Plain values, such as
 * limits, are those of the first portal.
 */
function memberOfAsked(...path: string[]): unknown {
  return new Proxy(() => {}, {
    apply: (_, __, args) => valueAt(path, asked.getStore()!)(...args),
    get(_, name: string) {
      const member = [...path, name];
      const value = valueAt(member, asked.getStore() ?? portals[0]);
      const deeper = ['object', 'function'].includes(typeof value);
      return deeper && !asked.getStore() ? memberOfAsked(...member) : value;
    },
  });
}

function valueAt(path: string[], options: PortalOptions): any {
  const owner = path
    .slice(0, -1)
    .reduce<any>((value, name) => value[name], options);
  const value = owner[path[path.length - 1]];
  return typeof value === 'function' ? value.bind(owner) : value;
}
