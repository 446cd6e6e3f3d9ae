import {
  ALIAS_ANNOTATION,
  NAME_ANNOTATIONS,
  type AliasScheme,
  type FactKind,
  type SetupKind,
  type SetupSource,
  type SetupStep,
} from '@devops-scorecards/plugin-maturity-common';

/** How far a source is from telling of an entity, the closest first. */
const CLOSENESS: readonly SetupStep['code'][] = [
  'none',
  'stale',
  'not-counted',
  'first-event',
  'set-annotation',
  'allow-entity',
  'fix-source',
];

/** Which annotation can say a name of a scheme, and how. */
function annotationOf(
  scheme: AliasScheme,
): Pick<SetupStep, 'annotation' | 'example'> {
  const own = NAME_ANNOTATIONS.find(known => known.scheme === scheme);
  return own
    ? { annotation: own.annotation, example: own.example }
    : { annotation: ALIAS_ANNOTATION, example: `${scheme}:payments` };
}

/** What to do next so that a source tells of an entity. */
export function stepOfSource(source: Omit<SetupSource, 'next'>): SetupStep {
  const { source: name, problems, allowed, names, facts, stale } = source;
  if (problems.length > 0) {
    const { message } = problems[0];
    return { code: 'fix-source', source: name, ...(message && { message }) };
  }
  if (!allowed) {
    return {
      code: 'allow-entity',
      source: name,
      setting: `maturity.sources.${name}.entities`,
    };
  }
  if (names.length === 0) {
    const [scheme] = source.about?.names ?? [];
    return {
      code: 'set-annotation',
      source: name,
      ...(scheme && annotationOf(scheme)),
    };
  }
  const connected = facts.filter(isConnected);
  if (connected.length === 0) {
    return { code: 'first-event', source: name };
  }
  if (!connected.some(({ ofRecord }) => ofRecord)) {
    return { code: 'not-counted', source: name };
  }
  return { code: stale ? 'stale' : 'none', source: name };
}

function isConnected({ since, until }: SetupSource['facts'][number]): boolean {
  return since !== undefined && until === undefined;
}

/**
 * Where a kind of fact of an entity comes from, or the closest way to it.
 *
 * @param options - `annotated`: the source that the entity's annotation names
 *   as the one of record of the kind
 */
export function setupOfKind(options: {
  kind: FactKind;
  sources: readonly SetupSource[];
  annotated?: string;
}): SetupKind {
  const { kind, sources, annotated } = options;
  const of = ({ facts }: SetupSource) => facts.find(one => one.kind === kind);
  const record = sources.find(source => of(source)?.ofRecord);
  if (record) {
    return { kind, source: record.source, next: stepOfRecord(record, kind) };
  }
  if (annotated !== undefined && sources.some(one => of(one)?.since)) {
    return { kind, next: { code: 'not-of-record', source: annotated } };
  }
  // One that knows the product that tells of the kind is closer than one that
  // takes whatever it is sent.
  const [closest] = sources
    .filter(({ about, doors }) =>
      about ? about.facts.includes(kind) : doors.events,
    )
    .map(source => ({ source, step: stepOfCandidate(source) }))
    .sort(
      (a, b) =>
        CLOSENESS.indexOf(a.step.code) - CLOSENESS.indexOf(b.step.code) ||
        Number(!a.source.about) - Number(!b.source.about),
    );
  return { kind, next: closest?.step ?? { code: 'no-source' } };
}

function stepOfRecord(
  { source, stale, problems, facts }: SetupSource,
  kind: FactKind,
): SetupStep {
  const [problem] = problems;
  if (problem?.code === 'not-configured') {
    return { code: 'fix-source', source };
  }
  if (facts.find(one => one.kind === kind)?.until !== undefined) {
    return { code: 'ended', source };
  }
  if (stale) {
    return {
      code: 'stale',
      source,
      ...(problem?.message && { message: problem.message }),
    };
  }
  return { code: 'none', source };
}

/** It may tell of other kinds already, but of this one it does not. */
function stepOfCandidate({ source, next }: SetupSource): SetupStep {
  return next.code === 'none' ? { code: 'first-event', source } : next;
}
