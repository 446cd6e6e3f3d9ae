/*
 * Measures the built-in metrics of services with 90 days of facts, in memory,
 * and prints how many services a second that makes:
 *
 *   node --require @backstage/cli/config/nodeTransform.cjs bench/measureEntity.ts
 */
import {
  AROUND_THE_CLOCK,
  FACT_KINDS,
  scorecardWindow,
  WEEKDAYS,
  type Fact,
} from '@devops-scorecards/plugin-maturity-common';
import { builtInMetrics, measureEntity } from '../src/metrics';

const DAY = 86_400_000;
const MINUTE = 60_000;
const ASKED = {
  services: 200,
  runs: 900,
  deployments: 90,
  changes: 400,
  rounds: 5,
};
const TIME_ZONE = 'Asia/Shanghai';
const AS_OF = Date.UTC(2026, 10, 20, 5, 30);

/** A small generator with a seed, so that rounds and machines agree. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    // Park and Miller's minimal standard.
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function serviceFacts(random: () => number): Fact[] {
  const facts: Fact[] = [];
  const time = () => AS_OF - Math.floor(random() * 90 * DAY);
  for (let i = 0; i < ASKED.deployments; i++) {
    const finishedAt = time();
    facts.push({
      kind: 'deployment',
      source: 'ci',
      key: `deployment-${String(i).padStart(6, '0')}`,
      firstSeq: i,
      lastSeq: i,
      generated: true,
      fields: {
        tier: 'production',
        environment: 'production',
        execution: random() < 0.95 ? 'pipeline' : 'manual',
        purpose: random() < 0.03 ? 'rollback' : 'planned',
        outcome: random() < 0.97 ? 'success' : 'failure',
        startedAt: finishedAt - 10 * MINUTE,
        finishedAt,
      },
    });
  }
  for (let i = 0; i < ASKED.changes; i++) {
    const mergedAt = time();
    facts.push({
      kind: 'change',
      source: 'ci',
      key: `change-${String(i).padStart(6, '0')}`,
      firstSeq: i,
      lastSeq: i,
      generated: true,
      fields: {
        form: i % 2 ? 'request' : 'push',
        trunk: true,
        author: `author-${i % 7}`,
        commits: 2,
        firstCommitAt: mergedAt - Math.floor(random() * 2 * DAY),
        mergedAt,
        // Every other change is the push of the request before it.
        mergeSha: `commit-${i - (i % 2)}`,
      },
    });
  }
  for (let i = 0; i < ASKED.runs; i++) {
    const finishedAt = time();
    facts.push({
      kind: 'run',
      source: 'ci',
      key: `run-${String(i).padStart(6, '0')}#1`,
      firstSeq: i,
      lastSeq: i,
      generated: true,
      fields: {
        pipeline: 'build',
        branch: 'main',
        trunk: random() < 0.6,
        attempt: 1,
        commit: `commit-${i}`,
        commitAt: finishedAt - Math.floor(random() * 30 * MINUTE),
        outcome: random() < 0.9 ? 'success' : 'failure',
        finishedAt,
      },
    });
  }
  return facts;
}

const random = randomNumbers(42);
const services = Array.from({ length: ASKED.services }, () =>
  serviceFacts(random),
);
const connection = { source: 'ci', since: 0, lastSeen: AS_OF };
const surroundings = {
  metrics: builtInMetrics,
  connections: Object.fromEntries(FACT_KINDS.map(kind => [kind, connection])),
  window: scorecardWindow(AS_OF, TIME_ZONE),
  asOf: AS_OF,
  timeZone: TIME_ZONE,
  subject: { teamSize: 7 },
  calendars: { work: WEEKDAYS, session: AROUND_THE_CLOCK },
  evidenceLimit: 5,
};

const perSecond: number[] = [];
for (let round = 0; round <= ASKED.rounds; round++) {
  const begun = performance.now();
  for (const facts of services) {
    measureEntity({ ...surroundings, facts });
  }
  // The first round warms up and is not reported.
  if (round > 0) {
    perSecond.push(
      Math.round((ASKED.services * 1000) / (performance.now() - begun)),
    );
  }
}
perSecond.sort((a, b) => a - b);
process.stdout.write(
  `${builtInMetrics.length} metrics, ${ASKED.runs} runs, ${
    ASKED.deployments
  } deployments and ${ASKED.changes} changes a service: ${
    perSecond[Math.floor(perSecond.length / 2)]
  } services a second (median of ${ASKED.rounds}, ${perSecond[0]} to ${
    perSecond[perSecond.length - 1]
  })\n`,
);
