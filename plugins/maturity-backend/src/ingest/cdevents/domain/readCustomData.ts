import { z } from 'zod';
import type { JsonRecord } from '../../domain/jsonObject';
import { accept, type Outcome, refuse } from '../../domain/outcome';
import { parseInstant } from '../../domain/parseInstant';
import { readOutcome } from './readOutcome';

const word = <const T extends readonly [string, ...string[]]>(words: T) =>
  z.string().toLowerCase().pipe(z.enum(words)).optional();

/** What CDEvents has no field for and its `customData` may say. */
const customDataSchema = z.object({
  execution: word(['pipeline', 'manual']),
  startedBy: word(['person', 'machine']),
  purpose: word(['planned', 'hotfix', 'rollback']),
  trigger: word(['push', 'change', 'schedule', 'manual', 'other']),
  branch: z.string().optional(),
  trunk: z.boolean().optional(),
  commit: z.string().optional(),
  commitAt: z
    .union([z.string(), z.number()])
    .transform((value, context) => {
      const parsed = parseInstant(value, 'the time');
      if (parsed.ok) {
        return parsed.value;
      }
      context.addIssue(parsed.refusal.message);
      return z.NEVER;
    })
    .optional(),
  attempt: z.int().min(1).max(1_000_000).optional(),
  outcome: z
    .string()
    .transform((value, context) => {
      const outcome = readOutcome(value);
      if (!outcome) {
        context.addIssue('must be success, failure, cancel or error');
      }
      return outcome;
    })
    .optional(),
  url: z.string().optional(),
  /** The pipeline run that executed a deployment, named as CDEvents names it. */
  pipelineRun: z
    .object({ id: z.string().min(1), source: z.string().min(1).optional() })
    .optional(),
});

export type CustomData = z.output<typeof customDataSchema>;

/**
 * Reads our members of `customData`; members of others are left alone, and
 * `null` and `""` count as not said.
 *
 * @remarks
 *
 * A member of ours with a value that it cannot have refuses the event: dropped
 * in silence, a misspelt `execution` would lower a level and nobody would know
 * why.
 */
export function readCustomData(data: JsonRecord): Outcome<CustomData> {
  const said = Object.entries(data).filter(
    ([, value]) => value !== null && value !== '',
  );
  const parsed = customDataSchema.safeParse(Object.fromEntries(said));
  if (parsed.success) {
    return accept(parsed.data);
  }
  const [issue] = parsed.error.issues;
  return refuse(
    400,
    `data.customData.${issue.path.join('.')} cannot be read: ${issue.message}`,
  );
}
