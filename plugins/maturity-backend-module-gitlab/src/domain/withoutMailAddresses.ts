import { isJsonRecord } from '@devops-scorecards/plugin-maturity-node';

/** What Ruby's `URI::MailTo::EMAIL_REGEXP` takes for an address. */
const LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const MAIL_ADDRESS = new RegExp(
  `^[a-zA-Z0-9.!#$%&'*+/=?^_\`{|}~-]+@${LABEL}(?:\\.${LABEL})*$`,
);

/**
 * A payload as GitLab sends it again.
 *
 * @remarks
 *
 * GitLab keeps what it sent without the mail addresses, so "Resend Request"
 * sends other bytes than the first time. Without them on both sides the two are
 * the same event.
 *
 * @see https://gitlab.com/gitlab-org/gitlab/-/blob/master/app/models/hooks/web_hook_log.rb
 * @param value - JSON that is not nested too deep
 */
export function withoutMailAddresses(value: unknown): unknown {
  if (typeof value === 'string') {
    return MAIL_ADDRESS.test(value) ? '[REDACTED]' : value;
  }
  if (Array.isArray(value)) {
    return value.map(withoutMailAddresses);
  }
  return isJsonRecord(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, member]) => [
          name,
          withoutMailAddresses(member),
        ]),
      )
    : value;
}
