// Loaded before each test file. Every question for a role or a name asks for
// computed styles, for which jsdom matches each rule of each sheet to each
// element: a third of the time of a component test. No test looks at more of
// the styles than at what they hide, so that only those rules are kept.
if (typeof window !== 'undefined') {
  const HIDES = /\b(display\s*:\s*none|visibility\s*:)/;
  const RULE = /[^{}]+\{(?:[^{}]|\{[^{}]*\})*\}/g;
  const { prototype } = window.HTMLStyleElement;
  const { set, ...textContent } = Object.getOwnPropertyDescriptor(
    window.Node.prototype,
    'textContent',
  );

  Object.defineProperty(prototype, 'textContent', {
    ...textContent,
    /** @param {string} css */
    set(css) {
      const rules = String(css).match(RULE) ?? [];
      set.call(this, rules.filter(rule => HIDES.test(rule)).join('\n'));
    },
  });
}
