import {
  MANUAL_SOURCE,
  SOURCE_OF_RECORD_ANNOTATION,
  type EntitySetup,
  type SetupAnnotation,
  type SetupSource,
  type SetupStep,
} from '@devops-scorecards/plugin-maturity-common';
import type { Texts } from '../language';

/** What to do next, in words. @public */
export interface SetupStepView {
  text: string;
  /** What the backend says of it. */
  because?: string;
  /** Whether nothing has to be done. */
  done: boolean;
}

/**
 * What a source is called: its product, and its own name where that says more.
 *
 * @public
 */
export function sourceTitle(
  { source, type, about }: Pick<SetupSource, 'source' | 'type' | 'about'>,
  { t }: Texts,
): string {
  if (source === MANUAL_SOURCE) {
    return t('setup.manual');
  }
  if (!about) {
    return source;
  }
  return source === type
    ? about.title
    : t('setup.sourceTitle', { title: about.title, name: source });
}

/**
 * What to do next, in words.
 *
 * @param titles - of sources, by name
 * @public
 */
export function setupStepView(
  step: SetupStep,
  options: { texts: Texts; titles: ReadonlyMap<string, string> },
): SetupStepView {
  const { texts, titles } = options;
  const { t } = texts;
  const { code, source = '', annotation, example, setting, message } = step;
  return {
    text: t(`setup.step.${code}`, {
      source: titles.get(source) ?? source,
      annotation:
        code === 'not-of-record' || code === 'not-counted'
          ? SOURCE_OF_RECORD_ANNOTATION
          : annotation ?? '',
      example: example ?? '',
      setting: setting ?? '',
    }),
    ...(message && { because: t('setup.because', { message }) }),
    done: code === 'none',
  };
}

/** Titles of all sources of a set-up, by name. @public */
export function sourceTitles(
  sources: readonly Pick<SetupSource, 'source' | 'type' | 'about'>[],
  texts: Texts,
): Map<string, string> {
  return new Map(
    sources.map(source => [source.source, sourceTitle(source, texts)]),
  );
}

/**
 * What to add to the catalog-info.yaml so that sources know the entity.
 *
 * @returns `undefined` where no annotation is missing
 * @public
 */
export function annotationSnippet(
  setup: Pick<EntitySetup, 'sources'>,
): string | undefined {
  const missing = new Map<string, string>();
  for (const { next } of setup.sources) {
    if (next.code === 'set-annotation' && next.annotation) {
      missing.set(next.annotation, next.example ?? '');
    }
  }
  if (missing.size === 0) {
    return undefined;
  }
  return [
    'metadata:',
    '  annotations:',
    ...[...missing].map(
      ([annotation, example]) =>
        `    ${annotation}: '${example.replace(/'/g, "''")}'`,
    ),
  ].join('\n');
}

/**
 * Annotations that matter here: those that are set, and those that a source
 * reads that knows the entity by no name.
 *
 * @public
 */
export function annotationsThatMatter(
  setup: Pick<EntitySetup, 'annotations' | 'sources'>,
): SetupAnnotation[] {
  const asked = new Set(
    setup.sources.map(({ next }) =>
      next.code === 'set-annotation' ? next.annotation : undefined,
    ),
  );
  return setup.annotations.filter(
    ({ annotation, value }) => value !== undefined || asked.has(annotation),
  );
}
