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

/** Attestations of it are in no other test. */
const ATTESTED = '/catalog/default/component/risk-check';
const CRITERION = 'DRM-DRM-DP.documented-2';
const TITLE = 'The deployment process is documented';

async function openCriterion(page: Page) {
  await page.goto(`${ATTESTED}/maturity?open=${CRITERION}`);
  const criterion = page.locator(`[id="maturity-criterion-${CRITERION}"]`);
  await expect(criterion).toBeVisible();
  return criterion;
}

/** The card of the attestation on the approvals page. */
async function openApprovals(page: Page, tab: string) {
  await page.goto('/maturity/approvals');
  await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  return page
    .getByRole('article')
    .filter({ hasText: 'Risk check' })
    .filter({ hasText: TITLE })
    .first();
}

test.describe('an attestation', () => {
  test('counts once another person has approved it', async ({
    page,
    browser,
    baseURL,
  }) => {
    await signIn(page, 'developer');
    const criterion = await openCriterion(page);
    await expect(criterion).toContainText('Attestation missing');
    await criterion.getByRole('button', { name: /^Attest/ }).click();
    const dialog = page.getByRole('dialog');

    // What is missing is said at once, all of it.
    await dialog.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(dialog.getByRole('alert')).toContainText(
      'Add at least one piece of evidence.',
    );
    await dialog.getByLabel('How you know it').fill('Handbook, chapter 4');
    await dialog
      .getByLabel('What the document is called')
      .fill('Release handbook');
    await dialog.getByLabel(/^Its address/).fill('javascript:alert(1)');
    await dialog.getByRole('button', { name: 'Add the link' }).click();
    await expect(dialog).toContainText('Give an address that begins with');
    await dialog
      .getByLabel(/^Its address/)
      .fill('https://wiki.example.com/release-handbook');
    await dialog.getByRole('button', { name: 'Add the link' }).click();

    const chooser = dialog.locator('input[type=file]');
    await chooser.setInputFiles({
      name: 'handbook.html',
      mimeType: 'text/html',
      buffer: Buffer.from('<p>Steps</p>'),
    });
    await expect(dialog).toContainText('is none of PDF, PNG, JPEG');
    await chooser.setInputFiles({
      name: 'steps.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Every step of a release'),
    });
    await expect(dialog).toContainText('steps.txt is uploaded.');
    await screenshot(page, 'attest-filled');
    await dialog.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(dialog).toContainText('It counts once another person');
    await expect(dialog).toContainText('waits for a decision');
    await page.keyboard.press('Escape');
    await expect(criterion).toContainText('waits for approval');

    // Nobody decides on their own.
    const own = await openApprovals(page, 'Mine');
    await expect(own).toContainText('another person has to decide');
    await expect(own.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
    await expect(own.getByRole('button', { name: /^Withdraw/ })).toBeVisible();

    const context = await browser.newContext({ baseURL });
    const other = await context.newPage();
    await signIn(other, 'platform');
    const waiting = await openApprovals(other, 'Waiting for me');
    const download = other.waitForEvent('download');
    await waiting.getByRole('button', { name: 'Download steps.txt' }).click();
    expect((await download).suggestedFilename()).toBe('steps.txt');
    await screenshot(other, 'approvals-waiting');
    await waiting.getByRole('button', { name: /^Approve/ }).click();
    await expect(waiting).toHaveCount(0);
    await context.close();

    // The ladder knows it, and its author may renew or withdraw it.
    const attested = await openCriterion(page);
    await expect(attested).toContainText('attested until');
    await expect(attested).toContainText('Pass');
    await attested.getByRole('button', { name: /^Attest/ }).click();
    await expect(dialog.getByRole('button', { name: 'Renew' })).toBeVisible();
    await dialog.getByRole('button', { name: /^Withdraw/ }).click();
    await dialog.getByLabel('Why (required)').fill('The handbook is outdated');
    await dialog.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await expect(dialog).toContainText('withdrawn');
    await page.keyboard.press('Escape');
    await expect(attested).toContainText('Attestation missing');
  });

  for (const appearance of APPEARANCES) {
    const { language, theme } = appearance;
    test(`and the approvals are accessible in ${language} and ${theme}`, async ({
      page,
    }) => {
      await setAppearance(page, appearance);
      await signIn(page, 'developer');
      const criterion = await openCriterion(page);
      const attest = { en: /^Attest/, zh: /^举证/ }[language];
      await criterion.getByRole('button', { name: attest }).click();
      await expect(page.getByRole('dialog').locator('form')).toBeVisible();
      await expectNoAxeViolations(page, '[role=dialog]');
      await screenshot(page, `attest-${language}-${theme}`);

      await page.goto('/maturity/approvals');
      const decided = { en: /^Decided/, zh: /^已决定/ }[language];
      await page.getByRole('tab', { name: decided }).click();
      await expect(page.getByRole('article').first()).toBeVisible();
      await expectNoAxeViolations(page, 'main');
      await screenshot(page, `approvals-${language}-${theme}`);
    });
  }
});

test.describe('the correction of a fact', () => {
  test('waits for a second person where it raises a level', async ({
    page,
  }) => {
    await signIn(page, 'developer');
    // Nineteen deployments, of which one by hand holds the level down.
    await page.goto('/catalog/default/component/walkthrough/maturity');
    await page
      .getByRole('button', { name: /94\.7%/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: 'against' }) })
      .getByRole('button')
      .click();
    await dialog.getByRole('button', { name: 'Correct this fact' }).click();
    await expectNoAxeViolations(page, '[role=dialog]');
    await screenshot(page, 'correct-form');
    await dialog.getByRole('button', { name: 'Send the correction' }).click();
    await expect(dialog.getByRole('alert')).toContainText(
      'Change at least one thing.',
    );
    await dialog.getByLabel('Executed by').selectOption('pipeline');
    await dialog.getByLabel(/^Why/).fill('Run 4711 of the pipeline did it');
    await dialog.getByRole('button', { name: 'Send the correction' }).click();
    await expect(dialog).toContainText('so it waits for another person');
    await expect(dialog).toContainText('2 → 3');
    await screenshot(page, 'correct-waits');

    // Taken back: the scene is as it was.
    await page.goto('/maturity/approvals');
    await page.getByRole('tab', { name: /^Mine/ }).click();
    const card = page
      .getByRole('article')
      .filter({ hasText: 'Run 4711 of the pipeline did it' })
      .filter({ hasText: 'waits for a decision' });
    await expect(card).toContainText('raises a level');
    await card.getByRole('button', { name: /^Withdraw/ }).click();
    await card.getByLabel('Why (required)').fill('It was by hand after all');
    await card.getByRole('button', { name: 'Withdraw', exact: true }).click();
    await expect(card).toHaveCount(0);
  });

  test('counts at once where it raises none', async ({ page }) => {
    await signIn(page, 'developer');
    await page.goto('/catalog/default/component/settlement-batch/maturity');
    await page
      .getByRole('region', { name: 'Latest facts' })
      .getByRole('row')
      .filter({ hasText: 'succeeded' })
      .first()
      .getByRole('button')
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Correct this fact' }).click();
    await dialog.getByLabel('Outcome').selectOption('failure');
    await dialog.getByLabel(/^Why/).fill('It was rolled back by hand');
    await dialog.getByRole('button', { name: 'Send the correction' }).click();
    await expect(dialog).toContainText('The correction counts now.');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(dialog).toContainText('corrected by a person');
    await screenshot(page, 'correct-applied');
  });
});
