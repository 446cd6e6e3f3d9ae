import type { Entity } from '@backstage/catalog-model';
import { PUBLISHED_ASSESSMENT_ANNOTATION } from '../annotations';
import { publishedAssessmentSchema } from './publishedAssessmentSchema';
import type { PublishedAssessment } from './types';

/**
 * What an assessment outside of this product found, as the entity's
 * annotation says.
 *
 * @returns `published` where the annotation can be read, `problem` where it
 *   cannot: what to change, in English; neither where there is none
 *
 * @public
 */
export function readPublishedAssessment(entity: Entity): {
  published?: PublishedAssessment;
  problem?: string;
} {
  const text = entity.metadata.annotations?.[PUBLISHED_ASSESSMENT_ANNOTATION];
  if (text === undefined) {
    return {};
  }
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return {
      problem: `The annotation ${PUBLISHED_ASSESSMENT_ANNOTATION} is no JSON: write an object on one line, or as a block`,
    };
  }
  const { data, error } = publishedAssessmentSchema.safeParse(written);
  if (data) {
    return { published: data };
  }
  const fixes = error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`,
  );
  return {
    problem: `The annotation ${PUBLISHED_ASSESSMENT_ANNOTATION} cannot be read: ${fixes.join(
      '; ',
    )}`,
  };
}
