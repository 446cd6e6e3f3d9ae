import { InputError } from '@backstage/errors';
import type { Calendar } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber } from '../database';
import {
  entityCalendars,
  type EntityCalendars,
} from './domain/entityCalendars';
import { BUILT_IN_CALENDARS } from './readCalendars';
import { registerCalendars } from './registerCalendars';

/** Options of {@link CalendarStore.create}. */
export interface CalendarStoreOptions {
  /** Migrated. */
  knex: Knex;
  /** The calendars that this portal has, beside those built in. */
  calendars: readonly Calendar[];
  /** Id of the calendar of the organisation's working days. */
  workCalendar: string;
}

interface CalendarVersion {
  seq: number;
  calendar: Calendar;
}

/**
 * Keeps every version of every calendar in memory. There are few, they never
 * change, and every assessment asks for them.
 */
export class CalendarStore {
  readonly #knex: Knex;
  readonly #ids: ReadonlySet<string>;
  readonly #workCalendar: string;
  /** By ascending sequence. */
  #versions: readonly CalendarVersion[] = [];

  /**
   * Registers the calendars of this portal and reads all that were before.
   *
   * @throws InputError when the calendar of working days is none of them
   */
  static async create(options: CalendarStoreOptions): Promise<CalendarStore> {
    requireWorkCalendar(options);
    await registerCalendars(options);
    const store = new CalendarStore(options);
    await store.refresh();
    return store;
  }

  private constructor(options: CalendarStoreOptions) {
    this.#knex = options.knex;
    this.#ids = new Set(options.calendars.map(({ id }) => id));
    this.#workCalendar = options.workCalendar;
  }

  /**
   * The calendars of an entity, as they were known at a knowledge sequence.
   *
   * @param entity - as the catalog had it
   */
  calendarsFor(
    entity: Readonly<Record<string, unknown>>,
    knownAt: number,
  ): EntityCalendars {
    return entityCalendars({
      entity,
      workCalendar: this.#workCalendar,
      calendars: this.#knownAt(knownAt),
    });
  }

  /** Whether a calendar came or changed after one sequence, up to another. */
  isChangedBetween(options: { after: number; upTo: number }): boolean {
    return this.#versions.some(
      ({ seq }) => seq > options.after && seq <= options.upTo,
    );
  }

  /** The newest version of every calendar, by id. */
  list(): Calendar[] {
    return [...this.#knownAt(Infinity).values()].sort((a, b) =>
      a.id < b.id ? -1 : 1,
    );
  }

  /** Reads the versions that other replicas registered since. */
  async refresh(): Promise<void> {
    const lastSeq = this.#versions.at(-1)?.seq ?? 0;
    const rows = await this.#knex('calendar_version')
      .where('seq', '>', lastSeq)
      .orderBy('seq', 'asc')
      .select<{ seq: number | string; content: string }[]>('seq', 'content');
    // Two refreshes at once may read the same rows.
    const known = new Set(this.#versions.map(({ seq }) => seq));
    const added = rows
      .map(row => ({
        seq: toNumber(row.seq),
        calendar: JSON.parse(row.content) as Calendar,
      }))
      .filter(({ seq }) => !known.has(seq));
    if (added.length > 0) {
      this.#versions = [...this.#versions, ...added];
    }
  }

  #knownAt(knownAt: number): Map<string, Calendar> {
    const known = new Map(BUILT_IN_CALENDARS.map(c => [c.id, c]));
    for (const { seq, calendar } of this.#versions) {
      if (seq <= knownAt && this.#ids.has(calendar.id)) {
        known.set(calendar.id, calendar);
      }
    }
    return known;
  }
}

function requireWorkCalendar(options: CalendarStoreOptions): void {
  const { workCalendar } = options;
  const usable = [...BUILT_IN_CALENDARS, ...options.calendars].filter(
    ({ use }) => use === 'work',
  );
  if (!usable.some(({ id }) => id === workCalendar)) {
    throw new InputError(
      `maturity.workCalendar is '${workCalendar}', which is no calendar of working days: use one of ${usable
        .map(({ id }) => id)
        .sort()
        .join(', ')}`,
    );
  }
}
