import type { BrowserContext } from '@playwright/test';
import path from 'node:path';

const FOLDER = path.resolve(
  __dirname,
  '../../../node_modules/@fontsource/noto-sans-sc/files',
);

/**
 * Gives the pages glyphs for Chinese, which a machine for tests seldom has: a
 * font face of that range under the names that the portal's theme asks for.
 */
export async function addChineseFont(context: BrowserContext) {
  await context.route('**/__font/*.woff2', (route, request) => {
    const weight = path.basename(new URL(request.url()).pathname, '.woff2');
    return route.fulfill({
      path: path.join(
        FOLDER,
        `noto-sans-sc-chinese-simplified-${weight}-normal.woff2`,
      ),
      contentType: 'font/woff2',
    });
  });
  await context.addInitScript(() => {
    const faces = ['Roboto', 'Helvetica Neue'].flatMap(family =>
      [400, 700].map(
        weight => `@font-face {
          font-family: '${family}';
          font-weight: ${weight};
          src: url('/__font/${weight}.woff2') format('woff2');
          unicode-range: U+2E80-9FFF, U+F900-FAFF, U+FE30-FE4F, U+FF00-FFEF;
        }`,
      ),
    );
    document.addEventListener('DOMContentLoaded', () => {
      const style = document.createElement('style');
      style.textContent = [
        ...faces,
        // Backstage UI names a font of its own.
        `:root, body, [data-theme-mode] {
          --bui-font-regular: Roboto, 'Helvetica Neue', sans-serif !important;
        }`,
      ].join('\n');
      document.head.append(style);
    });
  });
}
