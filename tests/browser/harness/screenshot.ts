import type { Page } from '@playwright/test';
import path from 'node:path';

const FOLDER = path.resolve(__dirname, '../../../test-results/screenshots');

/** Takes a picture of the page for people to look at; nothing is compared. */
export async function screenshot(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({
    path: path.join(FOLDER, `${name}.png`),
    animations: 'disabled',
    fullPage: true,
  });
}
