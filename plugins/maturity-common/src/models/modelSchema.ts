import { z } from 'zod';
import { LEVELS } from './levels';

/**
 * Puts what is wrong and what to do about it into the one text that a schema
 * error carries; {@link splitMessage} takes it apart.
 */
function says(message: string, fix: string): string {
  return `${message}\n${fix}`;
}

/** Takes apart what {@link says} put together. */
export function splitMessage(said: string): { message: string; fix: string } {
  const [message, fix = 'see docs/models/format.md'] = said.split('\n');
  return { message, fix };
}

interface RawIssue {
  input?: unknown;
}

function problemWith(what: string, fix: string) {
  return {
    error: (issue: RawIssue) =>
      issue.input === undefined
        ? says('is missing', fix)
        : says(`is not ${what}`, fix),
  };
}

/** An object that names its keys when it is given others. */
function object<S extends z.core.$ZodLooseShape>(name: string, shape: S) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: issue => {
      if (issue.code === 'unrecognized_keys') {
        const unknown = issue.keys.join(', ');
        return says(
          `has unknown keys: ${unknown}`,
          `remove or rename them; ${name} has ${keys}`,
        );
      }
      return problemWith(name, `write ${name} with ${keys}`).error(issue);
    },
  });
}

function text(fix: string) {
  return z
    .string(problemWith('text', fix))
    .trim()
    .min(1, { error: says('is empty', fix) });
}

function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(
    values,
    problemWith(`one of ${values.join(', ')}`, `use ${values.join(' or ')}`),
  );
}

function list<T extends z.ZodType>(element: T, fix: string) {
  return z
    .array(element, problemWith('a list', fix))
    .min(1, { error: says('is empty', fix) });
}

const identifier = text('add an id such as build-feedback')
  .max(200, { error: says('is too long', 'use at most 200 characters') })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, {
    error: says(
      'has characters that an id cannot have',
      'use letters, digits, ".", "_" and "-", and start with a letter or digit',
    ),
  });

const localizedText = object('a text in both languages', {
  en: text('write it in English'),
  'zh-CN': text('write it in Chinese'),
});

const flag = z.boolean(
  problemWith('true or false', 'write true or false without quotes'),
);

const level = z.literal([...LEVELS], problemWith('a level', 'use 1 to 5'));

const provenance = object('a provenance', {
  kind: oneOf(['sourced', 'practitioner', 'inferred']),
  source: text('name the document that the limit is from'),
  note: localizedText.optional(),
});

const criterionKeys = {
  id: identifier,
  level,
  title: localizedText,
  guidance: localizedText.optional(),
  effort: oneOf(['S', 'M', 'L']).optional(),
  waivable: flag.optional(),
  provenance,
};

const decisiveKeys = { ...criterionKeys, mustHave: flag.optional() };

const conditionKeys = {
  metric: text('name a metric such as build-feedback-time'),
  statistic: oneOf(['value', 'mean', 'p50', 'p85', 'p90', 'p95', 'max']),
  operator: oneOf(['>=', '>', '<=', '<']),
  threshold: z.union(
    [z.string(), z.number()],
    problemWith(
      'a quantity',
      'write the limit such as 4h, 95%, 1/w or 10, as the unit of the metric asks',
    ),
  ),
};

const condition = object('a condition', conditionKeys);

const metricCriterion = object('a metric criterion', {
  kind: z.literal('metric'),
  ...decisiveKeys,
  ...conditionKeys,
  onNone: oneOf(['not-applicable', 'pass', 'undecided']).default(
    'not-applicable',
  ),
  alternative: list(
    condition,
    'list the conditions of the other proof, or leave alternative out',
  ).optional(),
});

const catalogCriterion = object('a catalog criterion', {
  kind: z.literal('catalog'),
  ...decisiveKeys,
  path: text('name a path into the entity such as spec.owner'),
  oneOf: list(
    text('write a value'),
    'list the accepted values, or leave oneOf out',
  ).optional(),
});

const attestationCriterion = object('an attestation', {
  kind: z.literal('attestation'),
  ...decisiveKeys,
  statement: localizedText,
  evidence: localizedText.optional(),
  contradictedBy: condition.optional(),
});

const sustainedCriterion = object('a sustained criterion', {
  kind: z.literal('sustained'),
  ...criterionKeys,
  atLeast: level,
  daysAgo: list(
    z
      .int(problemWith('a number of days', 'use whole days such as 90'))
      .min(0, { error: says('is negative', 'use 0 for now, 90 for earlier') }),
    'list days such as [0, 90, 180, 270]',
  ),
});

/** One criterion as packs write it. */
export const criterionSchema = z.discriminatedUnion(
  'kind',
  [metricCriterion, catalogCriterion, attestationCriterion, sustainedCriterion],
  problemWith(
    'a criterion of a known kind',
    'set kind to metric, catalog, attestation or sustained',
  ),
);

/** One criterion as packs write it. */
export type WrittenCriterion = z.output<typeof criterionSchema>;

/** A limit on a metric as packs write it. */
export type WrittenCondition = z.output<typeof condition>;

/** A node as packs write it: a group has children, a sub-item criteria. */
export interface WrittenNode {
  id: string;
  title: z.output<typeof localizedText>;
  description?: z.output<typeof localizedText>;
  provenance?: z.output<typeof provenance>;
  children?: WrittenNode[];
  criteria?: WrittenCriterion[];
}

const node: z.ZodType<WrittenNode> = z.lazy(() =>
  object('a node', {
    id: identifier,
    title: localizedText,
    description: localizedText.optional(),
    provenance: provenance.optional(),
    children: list(node, 'add a node, or criteria instead').optional(),
    criteria: list(criterionSchema, 'add a criterion').optional(),
  }).superRefine((value, context) => {
    if ((value.children === undefined) === (value.criteria === undefined)) {
      context.addIssue({
        code: 'custom',
        message: says(
          'is neither a group nor a sub-item',
          'give it either children (a group) or criteria (a sub-item)',
        ),
      });
    }
  }),
);

const target = object('a target', {
  kinds: list(text('name a kind'), 'list kinds such as [Component]'),
  types: list(text('name a type'), 'list types such as [service]').optional(),
  tiers: list(text('name a tier'), 'list tiers such as ["1"]').optional(),
});

/** A model pack as it is written. */
export const modelSchema = object('a model', {
  id: identifier.regex(/^[a-z0-9][a-z0-9.-]*$/, {
    error: says('is not a model id', 'use lower case, digits, "." and "-"'),
  }),
  version: text('add a version in quotes such as "1.0.0"').max(64, {
    error: says('is too long', 'use at most 64 characters'),
  }),
  effectiveFrom: z.iso.date(
    problemWith('a date', 'write a day in quotes such as "2026-01-01"'),
  ),
  title: localizedText,
  description: localizedText,
  attribution: localizedText,
  scorecard: oneOf(['maturity', 'stability']).default('maturity'),
  companion: flag.optional(),
  target: target.optional(),
  levels: list(
    object('a level', { level, title: localizedText }),
    'list the levels from 1 upwards',
  ),
  children: list(node, 'add a group or a sub-item'),
});

/** A model pack as it is written. */
export type WrittenModel = z.output<typeof modelSchema>;
