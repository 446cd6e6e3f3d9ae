/** How a command ended, for scripts. */
export const EXIT = {
  /** Everything was taken in. */
  ok: 0,
  /** It could not be done: no connection, no permission, no such file. */
  failed: 1,
  /** The command was not understood. */
  usage: 2,
  /** It was done, and some or all of what was sent was refused. */
  refused: 3,
  /** The user ended it. */
  interrupted: 130,
} as const;
