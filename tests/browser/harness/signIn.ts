import { expect, type Page } from '@playwright/test';

const NAMES = { developer: 'Lin', platform: 'Zhao' } as const;

/** A demo user, by what the user stands for. */
export type DemoUser = keyof typeof NAMES;

/** Signs in on the sign-in page, in whatever language it is. */
export async function signIn(page: Page, user: DemoUser) {
  await page.goto('/');
  await page.getByRole('button', { name: NAMES[user] }).click();
  await expect(page.locator('nav a[href="/settings"]')).toBeVisible();
}
