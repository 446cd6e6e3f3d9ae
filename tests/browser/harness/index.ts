export { setLanguage, setTheme } from './appearance';
export { APPEARANCES, setAppearance } from './appearances';
export { expectNoAxeViolations } from './expectNoAxeViolations';
export { expect, test, type Portal } from './fixtures';
export { screenshot } from './screenshot';
export { signIn, type DemoUser } from './signIn';
