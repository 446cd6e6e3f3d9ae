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

/** A service with incidents, alerts and service hours. */
const ENTITY = '/catalog/default/component/fund-transfer';

async function openTab(page: Page, entity = ENTITY) {
  await page.goto(`${entity}/stability`);
  await expect(
    page.getByRole('region', { name: /^(Three pillars|三类保障)$/ }),
  ).toBeVisible();
  await settled(page);
}

/** Everything that is read in pieces has come. */
async function settled(page: Page) {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

function incidentsOf(page: Page) {
  return page.getByRole('region', { name: 'Incidents', exact: true });
}

test.describe('the stability tab', () => {
  for (const appearance of APPEARANCES) {
    const { language, theme } = appearance;
    test(`is accessible in ${language} and ${theme}`, async ({ page }) => {
      await setAppearance(page, appearance);
      await signIn(page, 'developer');
      await openTab(page);
      await expect(
        page.getByRole('region', {
          name: { en: 'How long it took', zh: '各环节用时' }[language],
        }),
      ).toBeVisible();
      await screenshot(page, `stability-tab-${language}-${theme}`);
      const processes = page.getByRole('region', {
        name: { en: 'The ten processes', zh: '十个过程' }[language],
      });
      await processes
        .getByRole('button', {
          name: { en: 'Open all', zh: '全部展开' }[language],
        })
        .click();
      await expectNoAxeViolations(page, 'article, main');
    });
  }

  test('leads from an incident to its events and to its correction with the keyboard alone', async ({
    page,
  }) => {
    await signIn(page, 'developer');
    await openTab(page);
    await incidentsOf(page)
      .getByRole('button', { name: /^Show .* and its events$/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    const event = dialog.locator('[aria-expanded="false"]').first();
    await event.focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(/"specversion": "1.0"/)).toBeVisible();
    await dialog.getByRole('button', { name: /^Correct/ }).focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('textbox', { name: /^Why/ })).toBeVisible();
    await expectNoAxeViolations(page, '[role="dialog"]');
    await screenshot(page, 'stability-incident');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });

  test('leads in two clicks from a figure to the events behind it', async ({
    page,
  }) => {
    await signIn(page, 'developer');
    await openTab(page);
    for (const [region, figure] of [
      ['Availability in service hours', /\d%/],
      ['Who noticed first', /\d%/],
      ['How long it took', /\d (min|hr|sec|days)/],
    ] as const) {
      await page
        .getByRole('region', { name: region })
        .getByRole('button', { name: figure })
        .first()
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('table').getByRole('button').first().click();
      await expect(
        dialog.getByRole('button', { name: /^Show event / }).first(),
      ).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
  });

  test('filters incidents and lists open ones first', async ({ page }) => {
    await signIn(page, 'developer');
    await openTab(page);
    const incidents = incidentsOf(page);
    const rows = incidents.getByRole('row');
    await expect(rows.nth(1)).toContainText('open for');
    await incidents
      .getByRole('combobox', { name: 'State' })
      .selectOption('open');
    await expect(rows.filter({ hasNotText: 'open for' })).toHaveCount(1);
    await incidents
      .getByRole('combobox', { name: 'State' })
      .selectOption('all');
    await incidents
      .getByRole('combobox', { name: 'Noticed by' })
      .selectOption('monitoring');
    await expect(rows.filter({ hasText: 'monitoring' })).toHaveCount(
      (await rows.count()) - 1,
    );
    await expect(incidents.getByRole('status')).toContainText(/of \d+ shown/);
  });

  test('goes from day to day with the arrow keys and has a table for every figure', async ({
    page,
  }) => {
    await signIn(page, 'developer');
    await openTab(page);
    const availability = page.getByRole('region', {
      name: 'Availability in service hours',
    });
    const days = availability.getByRole('toolbar').getByRole('button');
    await days.last().focus();
    await page.keyboard.press('Home');
    await expect(days.first()).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(days.nth(1)).toBeFocused();
    await expect(availability.getByText(/^90 days/)).toHaveCount(0);
    for (const [region, figures] of [
      [availability, 1],
      [page.getByRole('region', { name: 'How long it took' }), 3],
    ] as const) {
      const buttons = region.getByRole('button', { name: /^Show as table/ });
      await expect(buttons).toHaveCount(figures);
      await buttons.first().click();
      await expect(region.getByRole('table')).toBeVisible();
    }
  });

  test('stays readable on narrow screens', async ({ page }) => {
    await signIn(page, 'developer');
    for (const width of [1024, 768]) {
      await page.setViewportSize({ width, height: 900 });
      await openTab(page);
      const overflow = await page.evaluate(
        () =>
          document.documentElement.scrollWidth -
          document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await screenshot(page, `stability-tab-${width}`);
    }
  });

  test('says what to do where nothing is connected, and shows no number', async ({
    page,
  }) => {
    await signIn(page, 'developer');
    await openTab(page, '/catalog/default/component/statement-archive');
    await expect(incidentsOf(page)).toContainText(
      'No source of incidents is connected',
    );
    const availability = page.getByRole('region', {
      name: 'Availability in service hours',
    });
    await expect(availability).toContainText('no value');
    await expect(availability).not.toContainText(/100%|\b0%|0 outages/);
    await expectNoAxeViolations(page, 'article, main');
    await screenshot(page, 'stability-no-source');
  });
});

test('the overview card shows stability and leads to the tab', async ({
  page,
}) => {
  await signIn(page, 'developer');
  await page.goto(ENTITY);
  const link = page.getByRole('link', { name: 'Open the stability page' });
  await expect(link).toBeVisible();
  await expect(
    page.getByText(/budget used|of .* left|overspent by/),
  ).toBeVisible();
  await expect(page.getByText(/\d open, the oldest for/)).toBeVisible();
  await screenshot(page, 'stability-overview');
  await link.click();
  await expect(page).toHaveURL(/fund-transfer\/stability$/);
});
