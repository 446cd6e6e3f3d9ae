import type { Page } from '@playwright/test';

/** Shows the portal in the given theme, from the next page on or at once. */
export async function setTheme(page: Page, theme: 'light' | 'dark') {
  await remember(page, 'theme', theme);
}

/** Shows the portal in the given language, from the next page on or at once. */
export async function setLanguage(page: Page, language: 'en' | 'zh') {
  await remember(page, 'language', language);
}

async function remember(page: Page, key: string, value: string) {
  await page.addInitScript(
    entry => window.localStorage.setItem(entry.key, entry.value),
    { key, value },
  );
  if (page.url() !== 'about:blank') {
    await page.reload();
  }
}
