// Loaded before each test file. A component test waits for what it looks for;
// on a busy machine that takes longer than the second that is the default.
if (typeof window !== 'undefined') {
  const { configure } = require('@testing-library/dom');
  configure({ asyncUtilTimeout: 15_000 });
}
