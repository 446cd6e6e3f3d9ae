import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import {
  readCursor,
  type PullPage,
  type PullRequest,
  type PullSettings,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { listedSchema, type RestProject } from './domain/restPayloads';
import type { GitlabPulledProject } from './GitlabPulledProject';

const PER_PAGE = 50;

/** A list may be cut within a second, so its last one is read again. */
const STEP_BACK_MS = 1000;

const cursorSchema = z.object({
  /** The earliest change that was ever looked for. */
  since: z.int(),
  /** Every change before is read. */
  through: z.int(),
  /** Where the list is being read: from which change on, and which page. */
  walk: z
    .object({ startedAt: z.int(), from: z.int(), page: z.int().min(1) })
    .optional(),
});

type Cursor = z.output<typeof cursorSchema>;

/** What is listed, and what becomes of each. */
export interface ListOptions {
  project: GitlabPulledProject;
  settings: PullSettings;
  /** Below the project, for example `/pipelines`. */
  path: string;
  query?: Record<string, string>;
  /** Of the things, for messages. */
  what: string;
  eventOf(
    item: unknown,
    options: { request: PullRequest; project: RestProject },
  ): Promise<SourceEvent>;
}

/**
 * Reads a list by when its things changed last, the oldest change first.
 *
 * @remarks
 *
 * After a page the list is asked for anew from the last change of that page
 * on, because what changes meanwhile moves to the end and would shift the
 * others to a page that is read already. Only where a page is all of one second
 * its next one is asked for.
 */
export async function* pullOldestChangeFirst(
  options: ListOptions,
  request: PullRequest,
): AsyncGenerator<PullPage> {
  const { project, settings, path, query, what } = options;
  const { now, signal } = request;
  const described = await project.describe({ now, signal });
  const known = readCursor(cursorSchema, request.cursor);
  const cursor: Cursor = known ?? {
    since: now - settings.lookBackMs,
    through: now - settings.lookBackMs,
  };
  let walk = cursor.walk ?? {
    startedAt: now,
    from: Math.max(
      cursor.since,
      cursor.through - (known ? settings.overlapMs : 0),
    ),
    page: 1,
  };
  const seen = new Set<string>();
  for (let isLast = false; !isLast; ) {
    const { body, next } = await project.get(path, {
      signal,
      query: {
        ...query,
        updated_after: new Date(walk.from).toISOString(),
        order_by: 'updated_at',
        sort: 'asc',
        per_page: PER_PAGE,
        page: walk.page,
      },
    });
    const items = project.reading(`list of ${what}s`, () =>
      z.array(z.unknown()).parse(body),
    );
    const listed = project.reading(what, () =>
      z.array(listedSchema).parse(items),
    );
    const events: SourceEvent[] = [];
    for (const [index, { id, updated_at: updatedAt }] of listed.entries()) {
      const version = `${id} ${updatedAt}`;
      if (!seen.has(version)) {
        seen.add(version);
        events.push(
          await options.eventOf(items[index], { request, project: described }),
        );
      }
    }
    isLast = next === undefined;
    if (isLast) {
      cursor.through = walk.startedAt;
      cursor.walk = undefined;
    } else {
      walk = nextStep(walk, listed);
      cursor.walk = walk;
    }
    yield {
      events: events.filter(({ statements }) => statements.length > 0),
      cursor: JSON.stringify(cursor),
      since: cursor.since,
    };
  }
}

function nextStep(
  walk: NonNullable<Cursor['walk']>,
  listed: readonly { updated_at: EpochMs }[],
): NonNullable<Cursor['walk']> {
  const last = listed[listed.length - 1].updated_at - STEP_BACK_MS;
  return last > walk.from
    ? { ...walk, from: last, page: 1 }
    : { ...walk, page: walk.page + 1 };
}
