import type { LaunchOptions } from '@playwright/test';

/** How the browser is started, on any machine and as any user. */
export async function launchOptions(): Promise<LaunchOptions> {
  const { findChromium } = await import('./findChromium.mjs');
  const { executablePath, env } = await findChromium();
  return {
    executablePath,
    env: env as Record<string, string>,
    // The sandbox of Chromium does not work for root, nor in most containers.
    chromiumSandbox: false,
    args: [
      '--no-first-run',
      '--font-render-hinting=none',
      '--disable-dev-shm-usage',
      // Nothing but the portal is to be called.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  };
}
