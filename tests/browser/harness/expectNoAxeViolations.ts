import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Expects that axe finds nothing serious or critical against WCAG 2.2 AA.
 *
 * @param selector - the region to look at; without it the whole page, with the
 * parts that Backstage itself draws
 */
export async function expectNoAxeViolations(page: Page, selector?: string) {
  const axe = new AxeBuilder({ page }).withTags(TAGS);
  if (selector) {
    axe.include(selector);
  }
  const { violations } = await axe.analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html, failureSummary }) => ({
        html,
        failureSummary,
      })),
    }));
  expect(serious).toEqual([]);
}
