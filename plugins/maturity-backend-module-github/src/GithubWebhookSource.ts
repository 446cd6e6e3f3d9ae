import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  asInputError,
  headerOf,
  readJsonBody,
  readSecrets,
  repositoryAlias,
  requireSecrets,
  type MappingContext,
  type SourceDescription,
  type SourceEvent,
  type SourceSettings,
  type WebhookRequest,
  type WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import { type GithubMeaning, mapGithubEvent } from './domain/mapGithubEvent';
import { originSchema } from './domain/payloads';
import { readGithubMeaning } from './readGithubMeaning';
import { verifyGithubSignature } from './verifyGithubSignature';

/**
 * What GitHub is and tells.
 *
 * @remarks
 *
 * Events to choose: workflow runs, deployments, deployment statuses, pushes,
 * pull requests and pull request reviews; releases where they deploy, check
 * suites of another CI, and issues where labels are configured.
 */
export const GITHUB: SourceDescription = {
  type: 'github',
  title: 'GitHub',
  facts: ['run', 'deployment', 'change', 'work-item', 'incident'],
  names: ['repository'],
};

/**
 * GitHub's webhooks as a source of facts.
 *
 * @remarks
 *
 * A delivery is identified by the SHA-256 of its signed body, because the
 * delivery id travels in a header that the signature does not cover. Without a
 * secret every delivery is refused.
 */
export class GithubWebhookSource implements WebhookSource {
  readonly about = GITHUB;
  readonly id: string;
  readonly problem?: string;
  readonly #key: string;
  readonly #secrets: readonly string[];
  readonly #meaning: GithubMeaning;

  /**
   * Reads the settings of a source of type `github`.
   *
   * @throws InputError that names the key to change
   */
  static fromConfig(settings: SourceSettings): GithubWebhookSource {
    return new GithubWebhookSource(settings, readGithubMeaning(settings));
  }

  private constructor(
    { id, key, config }: SourceSettings,
    meaning: GithubMeaning,
  ) {
    this.id = id;
    this.#key = key;
    this.#secrets = readSecrets(config);
    this.#meaning = meaning;
    if (this.#secrets.length === 0) {
      this.problem = `${key}.webhookSecret is not set`;
    }
  }

  verify(request: WebhookRequest): void {
    requireSecrets({
      secrets: this.#secrets,
      producer: GITHUB.title,
      key: this.#key,
    });
    verifyGithubSignature({
      secrets: this.#secrets,
      key: this.#key,
      rawBody: request.rawBody,
      signature: headerOf(request, 'x-hub-signature-256'),
    });
  }

  map(request: WebhookRequest, context: MappingContext): SourceEvent[] {
    const event = headerOf(request, 'x-github-event');
    if (!event) {
      throw new InputError(
        'Header X-GitHub-Event is missing: deliver with the webhooks of GitHub, or set it to the name of the event',
      );
    }
    const payload = readJsonBody(request, GITHUB.title);
    try {
      const origin = originSchema.parse(payload);
      const mapped = mapGithubEvent({
        event,
        payload,
        receivedAt: request.receivedAt,
        meaning: this.#meaning,
        context,
      });
      const url = origin.repository?.html_url;
      const repository = repositoryAlias(url);
      return [
        {
          eventSource: url ?? hostOf(origin.hook?.url),
          eventId: createHash('sha256').update(request.rawBody).digest('hex'),
          type: ['com.github', event, origin.action].filter(Boolean).join('.'),
          subject: mapped?.subject,
          occurredAt: mapped?.occurredAt ?? request.receivedAt,
          aliases: repository ? [repository] : [],
          statements: mapped?.statements ?? [],
          // Neither names nor texts of people; the raw body has its own, short
          // retention.
          envelope: {
            event,
            action: origin.action,
            delivery: headerOf(request, 'x-github-delivery'),
            repository: origin.repository?.full_name,
            organization: origin.organization?.login,
          },
        },
      ];
    } catch (error) {
      throw asInputError(error, `'${event}' event of GitHub`);
    }
  }
}

/** Events of organisations and apps name no repository. */
function hostOf(hookUrl: string | undefined): string {
  return hookUrl ? new URL(hookUrl).origin : 'https://github.com';
}
