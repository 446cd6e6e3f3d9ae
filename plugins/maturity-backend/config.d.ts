import { HumanDuration } from '@backstage/types';

export interface Config {
  /** Maturity scorecards. */
  maturity?: {
    /**
     * IANA zone in which days and weeks are cut, for example `Asia/Shanghai`.
     * Default: `UTC`.
     */
    timeZone?: string;

    /**
     * Ids of sources in their order of record, the first first: of several
     * that tell of the same kind of fact of an entity, the first counts. Those
     * that are not named follow as they are configured. Say it where sources
     * are configured in several files, of which the last comes first.
     */
    sourceOrder?: string[];

    /**
     * Who may send events, by the id of the source. The order is the order of
     * record: of several sources that tell of the same kind of fact of an
     * entity, the first one counts. The id is the last segment of the path of
     * its webhooks; a module takes those of its `type`.
     */
    sources?: {
      [name: string]: {
        /**
         * Subjects of the service credentials that send CloudEvents as this
         * source: `external:<subject>` of a static token, `plugin:<id>` of
         * another backend plugin. A caller belongs to one source only.
         */
        callers?: string[];

        /**
         * Entities that the source may speak for: entity refs, all of a
         * namespace such as `component:default/*`, or `*` for all. An event
         * for any other entity is refused.
         */
        entities: string[];

        /**
         * Names of environments by tier, compared without case. A name that
         * is not listed has no tier and never counts as production. Default:
         * the tiers' own names and `prod`, `stage`, `test`, `dev`.
         */
        environments?: {
          production?: string[];
          staging?: string[];
          testing?: string[];
          development?: string[];
        };

        /**
         * Silence after which the source counts as stale and its metrics are
         * not decided any more. Leave it out for sources that push.
         */
        staleAfter?: HumanDuration | string;

        /**
         * Topics of the events service of Backstage whose events are taken in
         * as this source's, at most once. A topic belongs to one source only.
         */
        topics?: string[];

        /**
         * Which producer this is, for example `gitlab`, where there are
         * several of a kind or the id says something else. Default: the id.
         */
        type?: string;

        /**
         * Has the source asked for its history and its news from time to time,
         * where its module can. Default: it is not.
         */
        pull?: {
          /** Default: `true`. */
          enabled?: boolean;
          /** How long after a pull the next one is due. Default: 30 minutes. */
          every?: HumanDuration | string;
          /** How far into the past the first pull looks. Default: 90 days. */
          lookBack?: HumanDuration | string;
          /** How far later pulls reach behind the one before. Default: 1 hour. */
          overlap?: HumanDuration | string;
          /** `<host>/<path>`. Default: what entities of the catalog name. */
          repositories?: string[];
          /** Of several hosts in `integrations` the one to read. */
          host?: string;
        };

        /**
         * Secret with which the producer signs its webhooks or that it sends
         * along, or several while it is changed. Without it every delivery is
         * refused.
         * @visibility secret
         * @deepVisibility secret
         */
        webhookSecret?: string | string[];
      };
    };

    /** Limits on what one delivery may bring. */
    ingest?: {
      /** Largest body in bytes. Default: 5242880. */
      maxBytes?: number;
      /**
       * Largest report of tests or coverage in bytes, unpacked; it is read while
       * it arrives and never held. Default: 52428800.
       */
      maxReportBytes?: number;
      /** Most events in a batch. Default: 1000. */
      maxBatch?: number;
      /** Deepest nesting of JSON. Default: 64. */
      maxDepth?: number;
      /**
       * How far ahead a producer's clock may be; an event that lies further in
       * the future is refused. Default: 5 minutes.
       */
      futureTolerance?: HumanDuration | string;
    };

    /** How persons are kept out of the data. */
    privacy?: {
      /**
       * Key of the hashes that stand for authors. Without it no authors are
       * kept at all.
       * @visibility secret
       */
      authorKey?: string;
    };

    /**
     * Calendars of working days and service hours beside those that come with
     * the product: YAML files, or directories of them, relative to the working
     * directory of the backend. One with the id of a calendar of the product
     * takes its place.
     */
    calendars?: string[];

    /**
     * Id of the calendar of the organisation's working days, for example
     * `cn-work`. Default: `weekdays`, Monday to Friday without holidays.
     */
    workCalendar?: string;

    /** What is made of alerts. */
    alerts?: {
      /**
       * When an alert becomes an incident, for entities that no source of
       * incidents is connected for; `false` for never.
       */
      incidentRule?:
        | false
        | {
            /** How grave an alert must be. Default: `critical`. */
            severity?: 'critical';
            /** How long it must be open. Default: 5 minutes. */
            openFor?: HumanDuration | string;
          };
    };

    /**
     * Which of several models gives the level that a scorecard shows of an
     * entity; the first rule for that scorecard that fits an entity wins. A
     * rule belongs to the scorecard of its model. The annotations
     * `devops-scorecards.io/maturity-model` and `…/stability-model` of an
     * entity win over all rules.
     */
    primaryModel?: Array<{
      /** Kind of the entity, for example `component`. */
      kind: string;
      /** Only entities of this `spec.type`. */
      type?: string;
      /** Only entities of this tier. */
      tier?: string;
      /** Id of the model. */
      model: string;
    }>;

    /**
     * Further model packs: YAML files, or directories of them, relative to the
     * working directory of the backend.
     */
    models?: string[];

    /** How long things are kept. */
    retention?: {
      /**
       * How long raw bodies of deliveries are kept as proof, or `false` to
       * keep them for good. Events and facts stay in any case. Default: 30
       * days.
       */
      rawEvents?: HumanDuration | string | false;
      /**
       * How long events are kept that no fact was made of, such as pings and
       * steps. Default: for good.
       */
      events?: HumanDuration | string | false;
      /**
       * How long facts that have ended, and the events that made them, are
       * kept; at least 460 days. Verdicts of a time before can be shown but not
       * computed again. Default: for good.
       */
      facts?: HumanDuration | string | false;
    };
  };
}
