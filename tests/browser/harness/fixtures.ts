import { test as base } from '@playwright/test';
import { addChineseFont } from './addChineseFont';
import { launchOptions } from './launchOptions';

/** The portal under test. */
export interface Portal {
  baseURL: string;
  /** Token of the subject `ci`, which may send events and nothing else. */
  ciToken: string;
  /** Secret that signs GitHub webhooks. */
  githubSecret: string;
}

/** Playwright's `test` with the portal under test and a browser that starts. */
export const test = base.extend<{}, { portal: Portal }>({
  launchOptions: [
    async ({}, use) => use(await launchOptions()),
    { scope: 'worker' },
  ],

  portal: [
    async ({}, use) =>
      use({
        baseURL: fromSetup('PORTAL_URL'),
        ciToken: fromSetup('PORTAL_CI_TOKEN'),
        githubSecret: fromSetup('PORTAL_GITHUB_SECRET'),
      }),
    { scope: 'worker' },
  ],

  baseURL: async ({ portal }, use) => use(portal.baseURL),

  context: async ({ context }, use) => {
    await addChineseFont(context);
    await use(context);
  },
});

export { expect } from '@playwright/test';

function fromSetup(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; the global set-up did not run`);
  }
  return value;
}
