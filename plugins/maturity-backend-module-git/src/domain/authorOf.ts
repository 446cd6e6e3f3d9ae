/** Who wrote a commit, as far as it counts. */
export interface CommitAuthor {
  /** What stands for the person, to be hashed; never kept. */
  identity?: string;
  /** True when it is known to be a bot. */
  bot?: true;
}

/** `<id>+<login>@users.noreply.github.com`, or the older form without the id. */
const GITHUB_ADDRESS = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/i;

/**
 * Who wrote a commit: by the login, where the address is one that GitHub gives
 * out, so that it is the same author as in GitHub's webhooks; else by the
 * address.
 */
export function authorOf(author: {
  name: string;
  email: string;
}): CommitAuthor {
  const { name, email } = author;
  const login = GITHUB_ADDRESS.exec(email)?.[1];
  const bot = [name, login ?? ''].some(text => /\[bot\]$/i.test(text));
  return {
    identity: login ?? (email || name || undefined),
    ...(bot && { bot: true as const }),
  };
}
