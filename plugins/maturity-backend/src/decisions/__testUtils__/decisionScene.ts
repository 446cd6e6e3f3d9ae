import {
  MATURITY_MODEL_ANNOTATION,
  StatementRank,
  type IncidentFields,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { createPortal } from '../../__testUtils__/createPortal';
import {
  almostLevel3,
  createScene,
  START,
} from '../../assessment/__testUtils__/scene';
import { writeEntities } from '../../catalog/writeEntities';
import { component, knowEntities } from '../../facts/__testUtils__/events';
import type { IncomingEvent } from '../../ingest/EventStore';

export const PAYMENTS = '/v1/entities/component/default/payments';

/** One sub-item: attested at level 2, automated releases at level 3. */
function pack(id: string, target: string) {
  const text = `{ en: 'text', 'zh-CN': '文字' }`;
  const level = (n: number) => `  - { level: ${n}, title: ${text} }`;
  return {
    file: `${id}.yaml`,
    yaml: `
id: ${id}
version: '1'
effectiveFrom: '2020-01-01'
title: ${text}
description: ${text}
attribution: ${text}
target: { kinds: [${target}] }
levels:
${[1, 2, 3].map(level).join('\n')}
children:
  - id: release
    title: ${text}
    criteria:
      - id: ${id}.drill-2
        level: 2
        kind: attestation
        title: ${text}
        statement: ${text}
        provenance: { kind: inferred, source: test }
      - id: ${id}.automated-3
        level: 3
        kind: metric
        title: ${text}
        metric: automated-release-rate
        statistic: value
        operator: '>='
        threshold: 95%
        onNone: undecided
        provenance: { kind: inferred, source: test }
`,
  };
}

/** An incident in an event of its own, an hour long unless told. */
export function incidentEvent(
  key: string,
  fields: IncidentFields = {},
): IncomingEvent {
  const startedAt = START - 7_200_000;
  return {
    bodyHash: key,
    event: {
      eventSource: '/oncall',
      eventId: `incident-${key}`,
      type: 'dev.cdeventsx.scorecards-incident.restored.0.1.0',
      occurredAt: startedAt,
      entityRef: 'component:default/payments',
      aliases: [],
      statements: [
        {
          kind: 'incident',
          key,
          rank: StatementRank.Finished,
          occurredAt: startedAt,
          fields: { startedAt, restoredAt: startedAt + 3_600_000, ...fields },
        },
      ],
      envelope: {},
    },
  };
}

/**
 * The portal's API over HTTP, with the component `payments` at measured level
 * 2: 18 of its 19 releases are automated, `d7` is not.
 */
export async function createDecisionScene(knex: Knex) {
  const scene = await createScene(knex, {
    packs: [pack('delivery', 'Component'), pack('other', 'System')],
  });
  const annotations = { [MATURITY_MODEL_ANNOTATION]: 'delivery' };
  const payments = component('payments', annotations);
  await knowEntities(knex, [payments, component('ledger', annotations)]);
  await scene.ingest(...almostLevel3(), incidentEvent('i1'));
  await scene.worker.runDue();

  const portal = createPortal(scene);

  return {
    ...portal,
    upload: (who: string, type: string, content: Buffer, title = 'report') =>
      portal
        .send(who, 'post', `/v1/evidence?title=${encodeURIComponent(title)}`)
        .set('Content-Type', type)
        .send(content),
    attest: (who: string, body: object = {}) =>
      portal.post(who, `${PAYMENTS}/attestations`, {
        model: 'delivery',
        criterionId: 'delivery.drill-2',
        reason: 'The drill went well',
        evidence: [{ title: 'report', url: 'https://example.net/report' }],
        ...body,
      }),
    correct: (who: string, key: string, body: object, kind = 'deployment') =>
      portal.post(who, `${PAYMENTS}/corrections`, {
        fact: { kind, source: 'ci', key },
        reason: 'It was run by the pipeline',
        ...body,
      }),
    levels: async () => {
      const { measured, award } = await scene.assessment(
        'component:default/payments',
        'delivery',
      );
      return { measured, award };
    },
    async forget(ref: string) {
      await writeEntities({
        knex,
        now: scene.clock.now(),
        present: [],
        removed: [ref],
      });
    },
  };
}

/** What {@link createDecisionScene} makes. */
export type DecisionScene = Awaited<ReturnType<typeof createDecisionScene>>;
