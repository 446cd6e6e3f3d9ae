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

const ALL = '/?filters[kind]=component&filters[user]=all';

function row(page: Page, title: string) {
  return page.getByRole('row').filter({ hasText: title });
}

test.describe('the catalog', () => {
  for (const appearance of APPEARANCES) {
    const { language, theme } = appearance;
    test(`shows both levels in ${language} and ${theme}`, async ({ page }) => {
      await setAppearance(page, appearance);
      await page.setViewportSize({ width: 1400, height: 900 });
      await signIn(page, 'developer');
      await page.goto(ALL);
      const table = page.getByRole('table').first();
      const levels = { en: /^Excellent$/, zh: /^优秀级$/ }[language];
      await expect(
        table.getByRole('cell', { name: levels }).first(),
      ).toBeVisible();
      await expectNoAxeViolations(page, 'table, fieldset');

      // From the name to the lifecycle nothing is cut off.
      const cut = await table.evaluate(element => {
        const { right } = element.parentElement!.getBoundingClientRect();
        return [...element.querySelectorAll('th')]
          .filter(title => title.getBoundingClientRect().right > right + 1)
          .map(title => title.textContent);
      });
      expect(cut).not.toContain('Lifecycle');
      await screenshot(page, `catalog-levels-${language}-${theme}`);
    });
  }

  test('filters by either level, and by both, as the address says', async ({
    page,
  }) => {
    await signIn(page, 'developer');
    await page.goto(ALL);
    const filter = page.getByRole('group', {
      name: 'Filter by stability level',
    });
    await filter.getByRole('checkbox', { name: 'Not assessed' }).check();
    await expect(page).toHaveURL(/stabilityLevel/);
    await expect(row(page, 'Client profile')).toBeVisible();
    await expect(row(page, 'Order gateway')).toHaveCount(0);
    await page
      .getByRole('group', { name: 'Filter by maturity level' })
      .getByRole('checkbox', { name: 'Not assessed' })
      .check();
    await expect(page).toHaveURL(/maturityLevel/);
    await expect(row(page, 'Client profile')).toHaveCount(0);
    await page.reload();
    await expect(row(page, 'Statement archive')).toBeVisible();
    await expect(
      filter.getByRole('checkbox', { name: 'Not assessed' }),
    ).toBeChecked();
  });

  test('sorts all of it by a level, as the address says', async ({ page }) => {
    await signIn(page, 'developer');
    await page.goto(ALL);
    const first = page.getByRole('table').first().getByRole('row').nth(1);
    await page.getByRole('button', { name: /^Sort all by Maturity/ }).click();
    await expect(page).toHaveURL(/order/);
    await expect(first).toContainText('Excellent');
    await page
      .getByRole('button', { name: /^Sorted by Maturity, highest first/ })
      .click();
    await expect(first).toContainText('Initial');
    await page.reload();
    await expect(first).toContainText('Initial');
    await page
      .getByRole('combobox', { name: 'Sort the list' })
      .selectOption({ label: 'by stability, highest first' });
    await expect(
      page.getByRole('button', { name: /^Sorted by Stability/ }),
    ).toBeVisible();
  });
});
