import type {
  DeploymentFields,
  EpochMs,
  FactFields,
  FactKind,
  RunFields,
} from '@devops-scorecards/plugin-maturity-common';

/** Where in time a fact belongs, as far as its fields tell. */
export interface FactAttribution {
  /** When it counts; absent where no field says. */
  at?: EpochMs;
  /** It has begun and nothing says that it ended. */
  open: boolean;
  /** When it ended, of kinds that count where they began. */
  endedAt?: EpochMs;
}

function executed(fields: RunFields & DeploymentFields): FactAttribution {
  return {
    at: fields.finishedAt ?? fields.startedAt ?? fields.queuedAt,
    open: fields.finishedAt === undefined && fields.outcome === undefined,
  };
}

const ATTRIBUTION: {
  [K in FactKind]: (fields: FactFields[K]) => FactAttribution;
} = {
  run: executed,
  deployment: executed,
  change: ({ mergedAt, closedAt, createdAt }) => ({
    at: mergedAt ?? closedAt ?? createdAt,
    open: mergedAt === undefined && closedAt === undefined,
  }),
  'work-item': fields => {
    const { createdAt, acceptedAt, dueAt, doneAt, releasedAt } = fields;
    // What has a due date was promised, whoever forgot to say when.
    const promised = acceptedAt !== undefined || dueAt !== undefined;
    const ended = doneAt !== undefined || releasedAt !== undefined;
    return {
      at: releasedAt ?? doneAt ?? acceptedAt ?? createdAt,
      open: promised && !ended && fields.dropped !== true,
    };
  },
  incident: ({ startedAt, detectedAt, restoredAt }) => ({
    at: startedAt ?? detectedAt,
    open: restoredAt === undefined,
    endedAt: restoredAt,
  }),
  alert: ({ startedAt, resolvedAt }) => ({
    at: startedAt,
    open: resolvedAt === undefined,
    endedAt: resolvedAt,
  }),
  measure: ({ measuredAt }) => ({ at: measuredAt, open: false }),
};

/**
 * When a fact counts and whether it is open (semantics section 5): what is
 * executed or delivered counts at its end, else where it began; incidents and
 * alerts count where they began.
 */
export function attributionOf<K extends FactKind>(
  kind: K,
  fields: FactFields[K],
): FactAttribution {
  return ATTRIBUTION[kind](fields);
}
