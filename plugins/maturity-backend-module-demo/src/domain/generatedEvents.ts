import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Story } from './Story';

/** A CDEvent 0.5 in a structured CloudEvent, marked as generated. */
export interface GeneratedEvent {
  specversion: '1.0';
  id: string;
  source: string;
  type: string;
  subject: string;
  /** RFC 3339, UTC. */
  time: string;
  datacontenttype: 'application/json';
  /** Extension attribute: the entity that the event counts for. */
  entityref: string;
  /** Extension attribute: pages say that the event was made up. */
  generated: 'true';
  data: {
    context: {
      specversion: '0.5.1';
      id: string;
      source: string;
      type: string;
      timestamp: string;
    };
    subject: { id: string; content: Record<string, unknown> };
    customData: Record<string, unknown>;
  };
}

/** Types and versions of CDEvents 0.5, and of what this product adds. */
const TYPES = {
  'run-queued': 'dev.cdevents.pipelinerun.queued.0.3.0',
  'run-started': 'dev.cdevents.pipelinerun.started.0.3.0',
  'run-finished': 'dev.cdevents.pipelinerun.finished.0.3.0',
  'change-created': 'dev.cdevents.change.created.0.4.0',
  'change-merged': 'dev.cdevents.change.merged.0.3.0',
  deployed: 'dev.cdevents.service.deployed.0.3.0',
  'deploy-failed': 'dev.cdeventsx.scorecards-service.deployfailed.0.1.0',
  'rolled-back': 'dev.cdevents.service.rolledback.0.3.0',
  'incident-opened': 'dev.cdeventsx.scorecards-incident.opened.0.1.0',
  'incident-acknowledged':
    'dev.cdeventsx.scorecards-incident.acknowledged.0.1.0',
  'incident-restored': 'dev.cdeventsx.scorecards-incident.restored.0.1.0',
  'incident-reviewed': 'dev.cdeventsx.scorecards-incident.reviewed.0.1.0',
  'alert-fired': 'dev.cdeventsx.scorecards-alert.fired.0.1.0',
  'alert-acknowledged': 'dev.cdeventsx.scorecards-alert.acknowledged.0.1.0',
  'alert-resolved': 'dev.cdeventsx.scorecards-alert.resolved.0.1.0',
  'work-created': 'dev.cdeventsx.scorecards-workitem.created.0.1.0',
  'work-done': 'dev.cdeventsx.scorecards-workitem.done.0.1.0',
  'work-accepted': 'dev.cdeventsx.scorecards-workitem.accepted.0.1.0',
  'work-released': 'dev.cdeventsx.scorecards-workitem.released.0.1.0',
  'measure-recorded': 'dev.cdeventsx.scorecards-measure.recorded.0.1.0',
  'source-connected': 'dev.cdeventsx.scorecards-source.connected.0.1.0',
  'source-disconnected': 'dev.cdeventsx.scorecards-source.disconnected.0.1.0',
} as const;

/** What one event says, before it is wrapped. */
export interface Happening {
  kind: keyof typeof TYPES;
  at: EpochMs;
  subject: string;
  content: Record<string, unknown>;
  customData: Record<string, unknown>;
}

/**
 * Wraps happenings, oldest first, in events with ids from seed and ordinal.
 *
 * @param options - `part` tells several parts of one story apart
 */
export function toGeneratedEvents(options: {
  story: Pick<Story, 'name' | 'entityRef'>;
  seed: number;
  part?: string;
  happenings: readonly Happening[];
}): GeneratedEvent[] {
  const { story, seed, part, happenings } = options;
  const prefix = ['demo', seed, story.name, part]
    .filter(word => word !== undefined)
    .join('-');
  const source = `https://ci.demo-securities.example/${story.name}`;
  return happenings
    .map((happening, ordinal) => ({
      happening,
      id: `${prefix}-${String(ordinal + 1).padStart(5, '0')}`,
    }))
    .sort((a, b) => a.happening.at - b.happening.at)
    .map(({ happening, id }) => {
      const type = TYPES[happening.kind];
      const time = new Date(happening.at).toISOString();
      return {
        specversion: '1.0',
        id,
        source,
        type,
        subject: happening.subject,
        time,
        datacontenttype: 'application/json',
        entityref: story.entityRef,
        generated: 'true',
        data: {
          context: {
            specversion: '0.5.1',
            id,
            source,
            type,
            timestamp: time,
          },
          subject: { id: happening.subject, content: happening.content },
          customData: happening.customData,
        },
      };
    });
}
