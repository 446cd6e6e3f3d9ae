import {
  expect,
  expectNoAxeViolations,
  screenshot,
  setLanguage,
  setTheme,
  signIn,
  test,
} from './harness';

test.describe('sign-in page', () => {
  for (const language of ['en', 'zh'] as const) {
    for (const theme of ['light', 'dark'] as const) {
      test(`is accessible in ${language} and ${theme}`, async ({ page }) => {
        await setLanguage(page, language);
        await setTheme(page, theme);
        await page.goto('/');
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute(
          'lang',
          language === 'zh' ? 'zh-CN' : 'en',
        );
        await expectNoAxeViolations(page);
        await screenshot(page, `sign-in-${language}-${theme}`);
      });
    }
  }

  test('changes the language', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: '中文' }).click();
    await expect(page.getByRole('heading', { name: '开发人员' })).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
    await expect(
      page.getByRole('heading', { name: 'Developer' }),
    ).toBeVisible();
  });
});

for (const user of ['developer', 'platform'] as const) {
  test(`the ${user} signs in and sees the catalog`, async ({ page }) => {
    await signIn(page, user);
    await expect(page).toHaveTitle(/Maturity portal/);
    await expect(page.getByRole('table').first()).toBeVisible();
    await expectNoAxeViolations(page, 'nav');
    await screenshot(page, `catalog-${user}`);
  });
}

test('the catalog is found at its usual address too', async ({ page }) => {
  await signIn(page, 'developer');
  await page.goto('/catalog?filters[user]=all');
  await expect(page.getByRole('table').first()).toBeVisible();
  await page.goto('/catalog/default/component/walkthrough');
  await expect(page.getByRole('link', { name: 'Overview' })).toBeVisible();
});

test('a reload keeps the user, signing out does not', async ({ page }) => {
  await signIn(page, 'developer');
  await page.goto('/settings');
  await expect(page.getByRole('link', { name: 'Lin' }).first()).toBeVisible();

  await page.getByTestId('user-settings-menu').click();
  await page.getByTestId('sign-out').click();
  await expect(page.getByRole('button', { name: 'Lin' })).toBeVisible();
});
