import type { Page } from '@playwright/test';
import { setLanguage, setTheme } from './appearance';

/** Both languages and both themes in two combinations: each seen once. */
export const APPEARANCES = [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
] as const;

/** Shows the portal, from the next page on or at once, in the given look. */
export async function setAppearance(
  page: Page,
  appearance: (typeof APPEARANCES)[number],
) {
  await setLanguage(page, appearance.language);
  await setTheme(page, appearance.theme);
}
