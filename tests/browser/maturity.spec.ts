import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import {
  APPEARANCES,
  expect,
  expectNoAxeViolations,
  screenshot,
  setAppearance,
  signIn,
  test,
  type Portal,
} from './harness';

const ENTITY = '/catalog/default/component/walkthrough';
const TYPE = 'dev.cdevents.service.deployed.0.3.0';
const SOURCE = 'https://ci.example.com/walkthrough';

/** Sends one production deployment of `walkthrough` and returns its id. */
async function deploy(
  portal: Portal,
  execution: 'pipeline' | 'manual',
): Promise<string> {
  const id = randomUUID();
  const response = await fetch(`${portal.baseURL}/api/maturity/v1/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${portal.ciToken}`,
      'content-type': 'application/cloudevents+json',
    },
    body: JSON.stringify({
      specversion: '1.0',
      id,
      source: SOURCE,
      type: TYPE,
      subject: 'walkthrough',
      entityref: 'component:default/walkthrough',
      datacontenttype: 'application/json',
      data: {
        context: {
          specversion: '0.5.1',
          id,
          source: SOURCE,
          type: TYPE,
          timestamp: new Date().toISOString(),
        },
        subject: {
          id: 'walkthrough',
          content: {
            environment: { id: 'production' },
            artifactId:
              'pkg:oci/walkthrough@sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427',
          },
        },
        customData: { execution },
      },
    }),
  });
  expect(response.status, await response.text()).toBe(202);
  return id;
}

async function openTab(page: Page, query = '') {
  await page.goto(`${ENTITY}/maturity${query}`);
  await expect(badge(page)).toBeVisible();
  // The charts and what they rest on are there.
  await expect(page.locator('svg.recharts-surface').first()).toBeVisible();
}

/** The badge in the header, whose name is its level in words. */
function badge(page: Page, name: RegExp = /decided|已判定/) {
  return page.getByRole('group', { name });
}

test.describe('one event, one level', () => {
  test('rises with an automated deployment and falls with a manual one', async ({
    page,
    portal,
  }) => {
    await signIn(page, 'developer');
    await openTab(page);
    await expect(badge(page, /^Level 2, /)).toBeVisible();
    const gaps = page.getByRole('region', {
      name: 'What stands between you and level 3',
    });
    await expect(gaps.getByText('n = 19')).toBeVisible();
    await expect(gaps.getByText('18 of 19')).toBeVisible();
    await expect(gaps).toContainText('94.7%');
    await screenshot(page, 'maturity-before');

    const automated = await deploy(portal, 'pipeline');
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(badge(page, /^Level 3, /)).toBeVisible();
    const why = page.getByRole('region', { name: 'Why' });
    await expect(why).toContainText(automated);
    await expect(why).toContainText('rose from 2 to 3');
    await screenshot(page, 'maturity-risen');

    // Nobody clicks this time: the page looks by itself.
    const manual = await deploy(portal, 'manual');
    await expect(badge(page, /^Level 2, /)).toBeVisible({ timeout: 25_000 });
    await expect(why).toContainText(manual);
    await expect(why).toContainText('fell from 3 to 2');
  });
});

test.describe('the maturity tab', () => {
  for (const appearance of APPEARANCES) {
    const { language, theme } = appearance;
    test(`is accessible in ${language} and ${theme}`, async ({ page }) => {
      await setAppearance(page, appearance);
      await signIn(page, 'developer');
      await openTab(page);
      const openAll = { en: 'Open all', zh: '全部展开' }[language];
      await screenshot(page, `maturity-tab-${language}-${theme}`);
      await page.getByRole('button', { name: openAll }).click();
      await expectNoAxeViolations(page, 'article, main');
      await screenshot(page, `maturity-ladder-${language}-${theme}`);
    });
  }

  test('opens down to the events with the keyboard alone', async ({ page }) => {
    await signIn(page, 'developer');
    await openTab(page);
    const ladder = page.getByRole('region', { name: 'Ladder' });
    await ladder.locator('[data-ladder-row]').first().focus();
    const focused = page.locator(':focus');
    for (;;) {
      await page.keyboard.press('ArrowRight');
      await expect(focused).toHaveAttribute('aria-expanded', 'true');
      if ((await ladder.getByRole('listitem').count()) > 5) {
        break;
      }
      await page.keyboard.press('ArrowDown');
    }
    const evidence = ladder.getByRole('button', { name: /^Evidence/ }).first();
    await evidence.focus();
    await page.keyboard.press('Enter');
    await expect(
      ladder.getByRole('region', { name: 'Behind this value' }),
    ).toBeVisible();
  });

  test('draws the imported past, and what was known then on request', async ({
    page,
  }) => {
    await signIn(page, 'developer');
    await openTab(page);
    const trend = page.getByRole('region', { name: 'Trend' });
    const choice = trend.getByRole('combobox', { name: 'Draw the level' });
    await expect(choice).toHaveValue('now');
    await expect(trend).toContainText('from what is known now');
    await choice.selectOption('then');
    await expect(trend).toContainText('what was known at each time');
    // The last label of an axis is not cut off.
    const cut = await page.locator('svg.recharts-surface').evaluateAll(charts =>
      charts.flatMap(chart => {
        const { right } = chart.getBoundingClientRect();
        return [...chart.querySelectorAll('text')]
          .filter(text => text.getBoundingClientRect().right > right)
          .map(text => text.textContent);
      }),
    );
    expect(cut).toEqual([]);
  });

  test('has a table for every chart', async ({ page }) => {
    await signIn(page, 'developer');
    await openTab(page);
    const trend = page.getByRole('region', { name: 'Trend' });
    await trend.getByRole('button', { name: /^Show as table/ }).click();
    await expect(
      trend.getByRole('columnheader', { name: 'Measured' }),
    ).toBeVisible();
    await expect(trend.locator('svg.recharts-surface')).toHaveCount(0);
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
      await screenshot(page, `maturity-tab-${width}`);
    }
  });

  test('says what to do where nothing is connected', async ({ page }) => {
    await signIn(page, 'developer');
    await page.goto('/catalog/default/component/statement-archive/maturity');
    await expect(badge(page, /^Not assessed/)).toBeVisible();
    await expect(
      page.getByRole('heading', { name: 'No data yet' }),
    ).toBeVisible();
    await page
      .getByRole('button', { name: /^Connect a source/ })
      .first()
      .click();
    await expectNoAxeViolations(page, 'article, main');
    await screenshot(page, 'maturity-no-source');
  });

  test('says so when it may not be seen and when it cannot be read', async ({
    page,
  }) => {
    await signIn(page, 'developer');
    let status = 403;
    await page.route('**/api/maturity/v1/**', route =>
      route.fulfill({
        status,
        contentType: 'application/json',
        body: JSON.stringify({
          error: {
            name: status === 403 ? 'NotAllowedError' : 'Error',
            message: 'for this test',
          },
          response: { statusCode: status },
        }),
      }),
    );
    await page.goto(`${ENTITY}/maturity`);
    await expect(
      page.getByRole('heading', { name: 'You may not see this scorecard' }),
    ).toBeVisible();
    status = 500;
    await page.reload();
    await expect(
      page.getByRole('heading', {
        name: 'The scorecard could not be loaded',
      }),
    ).toBeVisible();
    await expectNoAxeViolations(page, 'article, main');
    await screenshot(page, 'maturity-error');
  });
});

test.describe('beside the tab', () => {
  test('the overview card leads to the tab', async ({ page }) => {
    await signIn(page, 'developer');
    await page.goto(ENTITY);
    // Both first among the cards beside the relations, without scrolling.
    await expect(badge(page, /of 15 sub-items decided/)).toBeInViewport();
    await expect(badge(page, /of 10 sub-items decided/)).toBeInViewport();
    await screenshot(page, 'maturity-overview');
    await page.getByRole('link', { name: 'Open the scorecard' }).click();
    await expect(page).toHaveURL(/walkthrough\/maturity$/);
  });

  test('the catalog shows and filters levels', async ({ page }) => {
    await signIn(page, 'developer');
    await page.goto('/?filters[kind]=component&filters[user]=all');
    await expect(
      page.getByRole('columnheader', { name: 'Maturity' }),
    ).toBeVisible();
    await expect(
      page.getByRole('cell', { name: 'Not assessed' }).first(),
    ).toBeVisible();
    await page
      .getByRole('group', { name: 'Filter by maturity level' })
      .getByRole('checkbox', { name: 'Not assessed' })
      .check();
    await expect(
      page.getByRole('link', { name: /Statement archive/ }),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: /Walk-through/ })).toHaveCount(
      0,
    );
    await expect(page).toHaveURL(/maturityLevel/);
    await screenshot(page, 'maturity-catalog');
  });
});
