import type {
  CorrectionContent,
  DecisionEffect,
  EpochMs,
  FactRecord,
} from '@devops-scorecards/plugin-maturity-common';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import { readSnapshot } from '../assessment/readSnapshot';
import {
  assessMaterial,
  readMaterial,
  type AssessmentMaterial,
} from '../assessment/recompute';
import { currentKnowledge } from '../database';
import { correctedFacts } from './domain/correctedFacts';
import { effectOf, type ModelVerdict } from './domain/effectOf';
import { entitiesOfFact } from './readFact';

/** What a correction would do, worked out from what was known. */
export interface CorrectionPreview {
  /** Raises where it raises a level of any entity; levels of the one asked. */
  effect: DecisionEffect;
  /** Entities that the fact counts for. */
  entityIds: number[];
  /** Knowledge sequence. */
  knownAt: number;
}

/**
 * Works out what a correction would do to levels, by assessing with the fact
 * as it would be: the same code that assesses once it is so.
 *
 * @remarks
 *
 * A fact may count for several entities; all of them are looked at, so that
 * nobody raises the level of one by correcting it at another.
 */
export async function previewCorrection(
  context: AssessmentContext,
  options: {
    entityId: number;
    fact: FactRecord;
    content: CorrectionContent;
    asOf: EpochMs;
  },
): Promise<CorrectionPreview> {
  const { entityId, fact, content, asOf } = options;
  const { knownAt, entityIds, materials } = await readSnapshot(
    context.knex,
    async tx => {
      const known = await currentKnowledge(tx);
      const ids = await entitiesOfFact(tx, content.fact);
      const read: AssessmentMaterial[] = [];
      for (const id of ids) {
        const material = await readMaterial(context, {
          knex: tx,
          entityId: id,
          times: [asOf],
          knownAt: known,
        });
        if (material) {
          read.push(material);
        }
      }
      return { knownAt: known, entityIds: ids, materials: read };
    },
  );

  let raises = false;
  let levels: DecisionEffect['levels'] = [];
  for (const material of materials) {
    const corrected = correctedFacts({
      facts: material.facts,
      fact,
      correction: content,
      countsFrom: material.connections[fact.kind]?.source,
    });
    const effect = effectOf(
      verdictsOf(context, material, asOf),
      verdictsOf(context, { ...material, facts: corrected }, asOf),
    );
    raises ||= effect.raises;
    if (material.entity.entityId === entityId) {
      levels = effect.levels;
    }
  }
  return { effect: { raises, levels }, entityIds, knownAt };
}

function verdictsOf(
  context: AssessmentContext,
  material: AssessmentMaterial,
  asOf: EpochMs,
): ModelVerdict[] {
  return assessMaterial(context, material, {
    asOf,
    evidenceLimit: 0,
  }).verdicts.map(({ model, verdict }) => ({
    model: model.id,
    root: verdict.root,
  }));
}
