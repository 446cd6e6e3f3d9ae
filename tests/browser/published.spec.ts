import {
  APPEARANCES,
  expect,
  expectNoAxeViolations,
  screenshot,
  setAppearance,
  signIn,
  test,
} from './harness';

test.describe('a published case', () => {
  for (const appearance of APPEARANCES) {
    const { language, theme } = appearance;
    test(`leads to its window in ${language} and ${theme}`, async ({
      page,
    }) => {
      await setAppearance(page, appearance);
      await signIn(page, 'developer');
      await page.goto('/catalog/default/component/zhangzheng-bao/maturity');
      const words = {
        en: {
          title: 'Published assessment',
          open: /^Open the window of the case/,
          back: 'Back to now',
        },
        zh: {
          title: '已公布的评估',
          open: /^打开案例窗口/,
          back: '返回当前',
        },
      }[language];
      const banner = page.getByRole('region', { name: words.title });
      await banner.getByRole('button', { name: words.open }).click();
      await expect(page).toHaveURL(/asOf=2023-10-27/);
      await expect(
        page.getByRole('button', { name: words.back }),
      ).toBeVisible();

      // 399 integrations in 61 working days.
      const row = banner.getByRole('row').filter({ hasText: '399' });
      await expect(row).toContainText(/n = 399/);
      await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
      await expectNoAxeViolations(page, 'article, main');
      await screenshot(page, `published-${language}-${theme}`);
    });
  }

  test('shows the citation alone where there are no figures', async ({
    page,
  }) => {
    await signIn(page, 'developer');
    await page.goto('/catalog/default/component/agile-trading-app/maturity');
    const banner = page.getByRole('region', { name: 'Published assessment' });
    await expect(banner).toContainText('level 3, Oct 26, 2023');
    await expect(banner).toContainText('Source:');
    await expect(banner.getByRole('button')).toHaveCount(0);
    await expect(
      page.getByRole('heading', { name: 'No data yet' }),
    ).toBeVisible();
  });
});
