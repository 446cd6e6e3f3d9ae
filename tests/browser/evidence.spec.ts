import type { Page } from '@playwright/test';
import {
  APPEARANCES,
  expect,
  expectNoAxeViolations,
  screenshot,
  setAppearance,
  signIn,
  test,
} from './harness';

const TAB = '/catalog/default/component/settlement-batch/maturity';

async function openTab(page: Page) {
  await page.goto(TAB);
  await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
}

/** The button that a share among the gaps is. */
function share(page: Page) {
  return page.getByRole('button', { name: /\d%/ }).first();
}

test.describe('what a number is made of', () => {
  for (const appearance of APPEARANCES) {
    const { language, theme } = appearance;
    test(`is two clicks away in ${language} and ${theme}`, async ({ page }) => {
      await setAppearance(page, appearance);
      await signIn(page, 'developer');
      await openTab(page);
      const dialog = page.getByRole('dialog');

      // One click: the items. Two: the events of one of them.
      await share(page).click();
      await expect(dialog.getByRole('table')).toBeVisible();
      await screenshot(page, `evidence-${language}-${theme}`);
      await expectNoAxeViolations(page, '[role=dialog]');
      await dialog.getByRole('table').getByRole('button').first().click();
      const event = dialog.getByRole('button', { name: /service\.deployed/ });
      await expect(event).toBeVisible();

      // Three: what came over the wire.
      await event.click();
      await expect(dialog.locator('pre')).toContainText('"specversion"');
      await screenshot(page, `fact-${language}-${theme}`);
      await expectNoAxeViolations(page, '[role=dialog]');
    });
  }

  test('gives the focus back on every way out', async ({ page }) => {
    await signIn(page, 'developer');
    await openTab(page);
    const door = share(page);
    await door.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const item = dialog.getByRole('table').getByRole('button').nth(1);
    await item.focus();
    await page.keyboard.press('Enter');
    await expect(
      dialog.getByRole('button', { name: 'Back to the list' }),
    ).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(item).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(door).toBeFocused();
  });
});

test.describe('before and after', () => {
  for (const appearance of APPEARANCES) {
    const { language, theme } = appearance;
    test(`compares in ${language} and ${theme}`, async ({ page }) => {
      await setAppearance(page, appearance);
      await signIn(page, 'developer');
      await openTab(page);
      const words = {
        en: { open: 'Compare', title: 'Before and after' },
        zh: { open: '对比', title: '前后对比' },
      }[language];
      await page.getByRole('button', { name: words.open, exact: true }).click();
      const panel = page.getByRole('region', {
        name: words.title,
        exact: true,
      });
      await expect(panel.getByRole('table')).toContainText(/\d%/);
      await expectNoAxeViolations(page, 'article, main');
      await panel.scrollIntoViewIfNeeded();
      await screenshot(page, `compare-${language}-${theme}`);
    });
  }

  test('says what is wrong with dates', async ({ page }) => {
    await signIn(page, 'developer');
    await openTab(page);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const panel = page.getByRole('region', {
      name: 'Before and after',
      exact: true,
    });
    await panel.getByLabel('After, from').fill('2026-03-02');
    await panel.getByLabel('After, up to and including').fill('2026-03-01');
    await panel.getByLabel('Before, from').fill('');
    await panel.getByRole('button', { name: 'Compare these' }).click();
    const problems = panel.getByRole('alert');
    await expect(problems).toContainText('Give a date.');
    await expect(problems).toContainText('The last day lies before the first.');
  });
});
