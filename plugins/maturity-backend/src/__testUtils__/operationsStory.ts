import { START } from '../assessment/__testUtils__/scene';
import {
  buildCdevent,
  toCloudEvent,
  type BuildOptions,
} from '../ingest/__testUtils__/buildCdevent';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const instant = (at: number) => new Date(at).toISOString();

/** A small generator with a seed, so that every database is told the same. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    // Park and Miller's minimal standard.
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** In an order that only the seed decides. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item, index) => ({ item, at: random(), index }))
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ item }) => item);
}

const service = { id: 'payments', source: '/clusters/east' };
const digest = (number: number) =>
  `pkg:oci/payments@sha256%3A${String(number).padStart(
    64,
    '0',
  )}?repository_url=registry.example.com/shop`;

/** Events of one service as CloudEvents. */
class Story {
  readonly events: Record<string, unknown>[] = [];
  #number = 0;

  tell(
    name: string,
    at: number,
    more: Omit<BuildOptions, 'name' | 'timestamp'> = {},
  ): string {
    this.#number += 1;
    const id = more.id ?? `${name} ${this.#number}`;
    this.events.push(
      toCloudEvent(
        buildCdevent({ name, timestamp: instant(at), ...more, id }),
        { entityref: 'component:default/payments' },
      ),
    );
    return id;
  }
}

function tellDelivery(story: Story, random: () => number): void {
  for (let index = 0; index < 30; index += 1) {
    const at = START - Math.floor(random() * 88 * DAY) - 3 * DAY;
    const commit = `${index}`.padStart(40, 'c');
    story.tell('change.merged', at, {
      subjectId: `${index}`,
      customData: {
        ...{ branch: 'main', trunk: true, commit, bot: index % 11 === 0 },
        commits: 1 + (index % 4),
        commitAt: instant(at - Math.floor(random() * 3 * DAY)),
      },
    });
    const run = { pipelineName: 'payments' };
    const customData = { branch: 'main', trunk: true, commit };
    story.tell('pipelinerun.started', at + Math.floor(random() * 9 * MINUTE), {
      ...{ subjectId: `run-${index}`, content: run, customData },
    });
    story.tell('pipelinerun.finished', at + 20 * MINUTE, {
      subjectId: `run-${index}`,
      content: { ...run, outcome: random() < 0.85 ? 'success' : 'failure' },
      customData,
    });
    for (const environment of ['staging', 'production']) {
      const finishedAt = at + (environment === 'staging' ? 1 : 5) * HOUR;
      const failed = environment === 'production' && random() < 0.06;
      story.tell(
        failed ? 'service.deployfailed' : 'service.deployed',
        finishedAt,
        {
          id: `deploy-${environment}-${index}`,
          subjectId: 'payments',
          content: {
            environment: { id: environment },
            artifactId: digest(index),
          },
          customData: {
            ...{ pipeline: 'payments', commit },
            execution: random() < 0.97 ? 'pipeline' : 'manual',
            startedAt: instant(finishedAt - 7 * MINUTE),
            strategy: random() < 0.8 ? 'canary' : 'all-at-once',
          },
        },
      );
    }
  }
}

function tellFaults(story: Story, random: () => number): void {
  const detectors = ['monitoring', 'user', 'inspection', undefined];
  for (let index = 0; index < 14; index += 1) {
    const startedAt = START - (index * 7 + 1) * DAY;
    const detectedAt = startedAt + Math.floor(random() * 20 * MINUTE);
    const common = { subjectId: `INC-${index}` };
    story.tell('incident.opened', detectedAt, {
      ...common,
      content: {
        ...{ title: `故障 ${index}`, service, environment: 'production' },
        severity: ['critical', 'major', 'minor'][index % 3],
        impact: index % 4 === 3 ? 'degraded' : 'outage',
        startedAt: instant(startedAt),
        detectedBy: detectors[index % 4],
        alertKey: `alert-${index}`,
        scheduled: index === 12,
      },
    });
    story.tell('incident.acknowledged', detectedAt + 3 * MINUTE, {
      ...common,
      content: { service },
    });
    if (index !== 0) {
      // One of them claims to be over before it began.
      const restoredAt =
        index === 5
          ? startedAt - HOUR
          : startedAt + Math.ceil(random() * 50) * MINUTE;
      story.tell('incident.restored', restoredAt, {
        ...common,
        content: { service },
      });
    }
    if (index === 8) {
      story.tell('incident.reopened', startedAt + 2 * HOUR, {
        ...common,
        content: { service },
      });
      story.tell('incident.restored', startedAt + 3 * HOUR, {
        ...common,
        content: { service },
      });
    }
    if (index > 0 && index % 2 === 0) {
      story.tell('incident.reviewed', startedAt + 2 * DAY, {
        ...common,
        content: { service, cause: index % 4 ? 'change' : 'capacity' },
      });
    }
  }
}

function tellAlerts(story: Story, random: () => number): void {
  for (let index = 0; index < 20; index += 1) {
    const startedAt = START - Math.floor(random() * 85 * DAY) - DAY;
    const content = {
      ...{ service, startedAt: instant(startedAt), name: `慢 ${index}` },
      severity: ['critical', 'warning', 'info'][index % 3],
      actionable: index % 2 === 0,
    };
    const common = { subjectId: `alert-${index}`, content };
    story.tell('alert.fired', startedAt, common);
    if (index % 3 !== 2) {
      story.tell('alert.acknowledged', startedAt + 4 * MINUTE, common);
    }
    if (index !== 7) {
      story.tell('alert.resolved', startedAt + 30 * MINUTE, common);
    }
  }
}

function tellWork(story: Story, random: () => number): void {
  for (let index = 0; index < 12; index += 1) {
    const at = START - Math.floor(random() * 80 * DAY) - 9 * DAY;
    const isAction = index % 3 === 0;
    const content = {
      ...{ service, title: `需求 ${index}` },
      form: isAction ? 'action' : 'requirement',
      dueAt: instant(at + 6 * DAY),
      ...(isAction && { incident: { id: `INC-${index}`, source: '/oncall' } }),
    };
    const common = { subjectId: `SHOP-${index}`, content };
    story.tell('workitem.accepted', at, common);
    story.tell('workitem.done', at + (index % 4) * 2 * DAY, common);
    if (!isAction) {
      story.tell('workitem.released', at + 7 * DAY, common);
    }
  }
  const measures = ['unit-coverage', 'new-code-coverage', 'automated-tests'];
  for (let index = 0; index < 12; index += 1) {
    const total = 1_000 + Math.floor(random() * 500);
    story.tell('measure.recorded', START - (index * 5 + 1) * DAY, {
      subjectId: measures[index % 3],
      content: { part: Math.floor(total * (0.7 + random() * 0.3)), total },
      customData: { branch: 'main', trunk: true },
    });
  }
}

/**
 * Three months of a service in about 300 events of every kind of fact, some
 * more than once, in an order that has nothing to do with time.
 */
export function operationsStory(seed: number): Record<string, unknown>[] {
  const random = randomNumbers(20_261_120);
  const story = new Story();
  story.tell('source.connected', START - 200 * DAY, {
    content: {
      kinds: ['incident', 'alert', 'work-item', 'measure'],
      since: instant(START - 200 * DAY),
      service,
    },
  });
  tellDelivery(story, random);
  tellFaults(story, random);
  tellAlerts(story, random);
  tellWork(story, random);
  const again = story.events.filter((_, index) => index % 6 === 0);
  return shuffled([...story.events, ...again], randomNumbers(seed));
}
