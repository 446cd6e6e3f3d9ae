import { createHash } from 'node:crypto';
import {
  asInputError,
  headerOf,
  type MappingContext,
  readJsonBody,
  readSecrets,
  type SourceDescription,
  type SourceEvent,
  type SourceSettings,
  type WebhookRequest,
  type WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import { eventOf } from './domain/eventOf';
import { kindOf } from './domain/mapGitlabEvent';
import type { GitlabMeaning } from './domain/mapping';
import { readGitlabMeaning } from './readGitlabMeaning';
import { readSigningTokens } from './readSigningTokens';
import { verifyGitlabDelivery } from './verifyGitlabDelivery';

/**
 * What GitLab is and tells.
 *
 * @remarks
 *
 * Triggers to choose: push, merge request (which brings approvals, too),
 * pipeline and deployment events; work item events where labels are configured,
 * and releases events where they deploy.
 */
export const GITLAB: SourceDescription = {
  type: 'gitlab',
  title: 'GitLab',
  facts: ['run', 'deployment', 'change', 'incident', 'work-item'],
  names: ['repository'],
};

/**
 * GitLab's webhooks, of projects, groups and the instance, as a source of
 * facts.
 *
 * @remarks
 *
 * An event is identified by what it says. So the deliveries of a group's and a
 * project's webhook are one event, and so is what GitLab sends again, in which
 * it leaves out the mail addresses. `Idempotency-Key` would tell neither, and
 * older versions do not send it.
 */
export class GitlabWebhookSource implements WebhookSource {
  readonly about = GITLAB;
  readonly id: string;
  readonly problem?: string;
  readonly #key: string;
  readonly #secrets: readonly string[];
  readonly #signingTokens: readonly string[];
  readonly #meaning: GitlabMeaning;

  /**
   * Reads the settings of a source of type `gitlab`.
   *
   * @throws InputError that names the key to change
   */
  static fromConfig(source: SourceSettings): GitlabWebhookSource {
    return new GitlabWebhookSource(source, {
      secrets: readSecrets(source.config),
      signingTokens: readSigningTokens(source),
      meaning: readGitlabMeaning(source),
    });
  }

  private constructor(
    { id, key }: SourceSettings,
    options: {
      secrets: readonly string[];
      signingTokens: readonly string[];
      meaning: GitlabMeaning;
    },
  ) {
    this.id = id;
    this.#key = key;
    this.#secrets = options.secrets;
    this.#signingTokens = options.signingTokens;
    this.#meaning = options.meaning;
    if (this.#secrets.length === 0 && this.#signingTokens.length === 0) {
      this.problem = `neither ${key}.signingToken nor ${key}.webhookSecret is set`;
    }
  }

  verify(request: WebhookRequest): void {
    verifyGitlabDelivery({
      request,
      secrets: this.#secrets,
      signingTokens: this.#signingTokens,
      key: this.#key,
    });
  }

  map(request: WebhookRequest, context: MappingContext): SourceEvent[] {
    const payload = readJsonBody(request, GITLAB.title);
    try {
      const event = eventOf(payload, {
        receivedAt: request.receivedAt,
        meaning: this.#meaning,
        context,
      });
      return [
        {
          ...event,
          eventId: createHash('sha256').update(event.contents).digest('hex'),
          envelope: {
            ...event.envelope,
            event: headerOf(request, 'x-gitlab-event'),
            delivery: headerOf(request, 'x-gitlab-event-uuid'),
            message: headerOf(request, 'idempotency-key'),
          },
        },
      ];
    } catch (error) {
      throw asInputError(error, `'${kindOf(payload)}' event of GitLab`);
    }
  }
}
