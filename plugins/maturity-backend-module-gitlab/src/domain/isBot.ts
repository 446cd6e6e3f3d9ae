/**
 * User names that GitLab gives to what acts with the access token of a project
 * or a group, to service accounts and to its own bots.
 */
const BOT =
  /^((project|group)_\d+_bot(_|\d|$)|service_account_|(alert|support|security|migration|automation)-bot\d*$)/;

/**
 * Whether a user is known to be a bot. Anybody else may be one, too, so there
 * is no `false`.
 *
 * @see https://docs.gitlab.com/user/project/settings/project_access_tokens/#bot-users-for-projects
 */
export function isBot(username: string | undefined): true | undefined {
  return (username !== undefined && BOT.test(username)) || undefined;
}
