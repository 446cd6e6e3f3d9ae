/** A failure that the message explains fully; it is shown without a stack. */
export class LauncherError extends Error {
  name = 'LauncherError';
}
