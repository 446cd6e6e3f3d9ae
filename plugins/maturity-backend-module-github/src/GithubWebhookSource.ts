import { createHash } from 'node:crypto';
import type { Config } from '@backstage/config';
import { InputError, NotAllowedError } from '@backstage/errors';
import type {
  Alias,
  MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  MappingContext,
  WebhookRequest,
  WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { mapGithubEvent } from './domain/mapGithubEvent';
import type { ReleaseMeaning } from './domain/mapRelease';
import { originSchema } from './domain/payloads';
import { verifyGithubSignature } from './verifyGithubSignature';

const CONFIG_KEY = 'maturity.sources.github';

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
  readonly id = 'github';
  readonly #secret: string | undefined;
  readonly #releases: ReleaseMeaning;

  /**
   * Reads `maturity.sources.github`.
   *
   * @throws InputError that names the key to change
   */
  static fromConfig(config: Config): GithubWebhookSource {
    const own = config.getOptionalConfig(CONFIG_KEY);
    const releases = own?.getOptionalString('releases') ?? 'ignore';
    if (releases !== 'ignore' && releases !== 'deployment') {
      throw new InputError(
        `${CONFIG_KEY}.releases is '${releases}': it must be 'ignore' or 'deployment'`,
      );
    }
    return new GithubWebhookSource(
      own?.getOptionalString('webhookSecret'),
      releases,
    );
  }

  private constructor(secret: string | undefined, releases: ReleaseMeaning) {
    this.#secret = secret;
    this.#releases = releases;
  }

  verify(request: WebhookRequest): void {
    if (!this.#secret) {
      throw new NotAllowedError(
        `No secret is configured for GitHub's webhooks, so none is trusted: set ${CONFIG_KEY}.webhookSecret and the same secret in GitHub`,
      );
    }
    verifyGithubSignature({
      secret: this.#secret,
      rawBody: request.rawBody,
      signature: header(request, 'x-hub-signature-256'),
    });
  }

  map(request: WebhookRequest, context: MappingContext): MappedEvent[] {
    const event = header(request, 'x-github-event');
    if (!event) {
      throw new InputError(
        'Header X-GitHub-Event is missing: deliver with the webhooks of GitHub, or set it to the name of the event',
      );
    }
    const payload = parseBody(request);
    try {
      const origin = originSchema.parse(payload);
      const mapped = mapGithubEvent({
        event,
        payload,
        receivedAt: request.receivedAt,
        releases: this.#releases,
        context,
      });
      const url = origin.repository?.html_url;
      return [
        {
          eventSource: url ?? hostOf(origin.hook?.url),
          eventId: createHash('sha256').update(request.rawBody).digest('hex'),
          type: ['com.github', event, origin.action].filter(Boolean).join('.'),
          subject: mapped?.subject,
          occurredAt: mapped?.occurredAt ?? request.receivedAt,
          aliases: url ? [repositoryAlias(url)] : [],
          statements: mapped?.statements ?? [],
          // Neither names nor texts of people; the raw body has its own, short
          // retention.
          envelope: {
            event,
            action: origin.action,
            delivery: header(request, 'x-github-delivery'),
            repository: origin.repository?.full_name,
            organization: origin.organization?.login,
          },
        },
      ];
    } catch (error) {
      if (error instanceof z.ZodError) {
        const [issue] = error.issues;
        throw new InputError(
          `The payload is no '${event}' event of GitHub: ${issue.path.join(
            '.',
          )} ${issue.message}`,
        );
      }
      throw error;
    }
  }
}

function header(request: WebhookRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function parseBody(request: WebhookRequest): unknown {
  const contentType = header(request, 'content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(contentType)) {
    throw new InputError(
      'The delivery is not application/json: set the content type of the webhook in GitHub to application/json',
    );
  }
  try {
    return JSON.parse(request.rawBody.toString('utf8'));
  } catch {
    // The parser's message would quote the body.
    throw new InputError('The body of the delivery is not JSON');
  }
}

function repositoryAlias(htmlUrl: string): Alias {
  const { host, pathname } = new URL(htmlUrl);
  return {
    scheme: 'repository',
    value: `${host}${pathname.replace(/\/+$/, '')}`.toLowerCase(),
  };
}

/** Events of organisations and apps name no repository. */
function hostOf(hookUrl: string | undefined): string {
  return hookUrl ? new URL(hookUrl).origin : 'https://github.com';
}
