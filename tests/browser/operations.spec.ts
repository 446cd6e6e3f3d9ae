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

/** Generated events of it are in no other test of this file. */
const ENTITY = 'component:default/risk-check';

async function openPage(page: Page, tab: 'sources' | 'names' | 'imports') {
  await page.goto(`/maturity/operations?tab=${tab}`);
  await expect(page.getByRole('tabpanel')).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** A run of CI that names nobody but a pipeline that no service has. */
function runOf(pipeline: string, id: string) {
  const timestamp = new Date(Date.now() - 60_000).toISOString();
  const type = 'dev.cdevents.pipelinerun.finished.0.2.0';
  const source = '/ci/operations-spec';
  return {
    specversion: '1.0',
    id,
    source,
    type,
    time: timestamp,
    datacontenttype: 'application/json',
    data: {
      context: { version: '0.4.1', id, source, type, timestamp },
      subject: {
        id,
        source,
        type: 'pipelineRun',
        content: { pipelineName: pipeline, outcome: 'success' },
      },
    },
  };
}

test.describe('the page for operators', () => {
  test('shows sources, those that need somebody on top', async ({ page }) => {
    await signIn(page, 'platform');
    await openPage(page, 'sources');
    const row = page.getByRole('row').filter({ hasText: 'GitHub' });
    await row.getByRole('button', { name: 'Show GitHub' }).click();
    await expect(page.getByText('/api/maturity/v1/hooks/github')).toBeVisible();
    await expect(
      page.getByRole('heading', { name: 'Newest refusals' }),
    ).toBeVisible();
    await screenshot(page, 'operations-sources');
  });

  test('keeps a refusal, and says why', async ({ page, portal, request }) => {
    const answer = await request.post(
      `${portal.baseURL}/api/maturity/v1/hooks/github`,
      {
        headers: {
          'X-Hub-Signature-256': 'sha256=00',
          'X-GitHub-Event': 'ping',
          'X-GitHub-Delivery': 'operations-spec',
        },
        data: {},
      },
    );
    expect(answer.status()).toBe(401);
    await signIn(page, 'platform');
    // Refusals are written together, every two seconds.
    await expect(async () => {
      await openPage(page, 'sources');
      await page.getByRole('button', { name: 'Show GitHub' }).click();
      await expect(
        page.getByRole('row').filter({ hasText: 'a whole delivery' }).first(),
      ).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 20_000 });
  });

  test('lets events count for the service that a name is given to', async ({
    page,
    portal,
    request,
  }) => {
    const pipeline = `operations-spec-${Date.now()}`;
    const answer = await request.post(
      `${portal.baseURL}/api/maturity/v1/events`,
      {
        headers: {
          Authorization: `Bearer ${portal.ciToken}`,
          'Content-Type': 'application/cloudevents-batch+json',
        },
        data: JSON.stringify([
          runOf(pipeline, `${pipeline}-1`),
          runOf(pipeline, `${pipeline}-2`),
        ]),
      },
    );
    expect(answer.status()).toBe(202);

    await signIn(page, 'platform');
    await openPage(page, 'names');
    await page
      .getByRole('button', { name: `Show the events of ${pipeline}` })
      .click();
    await expect(
      page.getByRole('cell', { name: `${pipeline}-2` }),
    ).toBeVisible();
    await page
      .getByRole('button', { name: `Map ${pipeline} to an entity` })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Entity/ }).fill('risk');
    await dialog.getByRole('button', { name: ENTITY }).click();
    await expectNoAxeViolations(page, '[role=dialog]');
    await screenshot(page, 'operations-map');
    await dialog.getByRole('button', { name: 'Give the name' }).click();
    await expect(dialog).toContainText(
      `2 waiting events count for ${ENTITY} now.`,
    );
    await page.keyboard.press('Escape');
    await expect(
      page.getByRole('button', { name: `Map ${pipeline} to an entity` }),
    ).toHaveCount(0);

    const remove = page.getByRole('button', {
      name: `Take ${pipeline} back from ${ENTITY}`,
    });
    await remove.click();
    await expect(remove).toHaveCount(0);
    await expect(page.getByText(`${pipeline} was taken back`)).toBeVisible();
  });

  test('brings history in, line by line', async ({ page }) => {
    await signIn(page, 'platform');
    await openPage(page, 'imports');
    const id = `operations-spec-import-${Date.now()}`;
    const event = { ...runOf('unknown', id), entityref: ENTITY };
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: `${id}.ndjson`,
        mimeType: 'application/x-ndjson',
        buffer: Buffer.from(`${JSON.stringify(event)}\n{ "no": "event" }\n`),
      });
    await page.getByLabel('Source that its events are of').selectOption('ci');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByText(`${id}.ndjson is imported.`)).toBeVisible();
    await expect(
      page.getByText('2 lines: 1 new, 0 known before, 1 refused').first(),
    ).toBeVisible();
    await screenshot(page, 'operations-import');
  });

  test('is for operators only', async ({ page }) => {
    await signIn(page, 'developer');
    await page.goto('/maturity/operations');
    await expect(
      page.getByRole('heading', { name: 'You may not see operations' }),
    ).toBeVisible();
  });

  for (const appearance of APPEARANCES) {
    const { language, theme } = appearance;
    test(`is accessible in ${language} and ${theme}`, async ({ page }) => {
      await setAppearance(page, appearance);
      await signIn(page, 'platform');
      for (const tab of ['sources', 'names', 'imports'] as const) {
        await openPage(page, tab);
        await expectNoAxeViolations(page, 'main');
        await screenshot(page, `operations-${tab}-${language}-${theme}`);
      }
    });
  }
});

test.describe('the set-up of a service', () => {
  test('says what arrives, and tests a source in place', async ({ page }) => {
    await signIn(page, 'platform');
    await page.goto('/catalog/default/component/walkthrough/maturity');
    await page.getByRole('button', { name: /^Set-up/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(
      dialog.getByRole('row').filter({ hasText: 'Deployments' }),
    ).toContainText('Nothing to do, it arrives.');
    await dialog.getByRole('button', { name: 'Test ci' }).click();
    await expect(dialog).toContainText(
      'An event of ci would count for this service.',
    );
    await dialog.getByRole('button', { name: 'Test GitHub' }).click();
    await expect(dialog).toContainText('Nothing was stored.');
    await screenshot(page, 'setup-tested');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /^Set-up/ })).toBeFocused();
  });

  for (const appearance of APPEARANCES) {
    const { language, theme } = appearance;
    test(`is accessible in ${language} and ${theme}`, async ({ page }) => {
      await setAppearance(page, appearance);
      await signIn(page, 'developer');
      await page.goto('/catalog/default/component/walkthrough/maturity');
      await page.getByRole('button', { name: /^(Set-up|接入：)/ }).click();
      await expect(
        page.getByRole('dialog').getByRole('table').first(),
      ).toBeVisible();
      await expectNoAxeViolations(page, '[role=dialog]');
      await screenshot(page, `setup-${language}-${theme}`);
    });
  }
});
