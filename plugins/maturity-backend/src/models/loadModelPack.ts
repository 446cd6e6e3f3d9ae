import { InputError } from '@backstage/errors';
import type {
  MetricDefinition,
  Model,
  ModelPath,
  ModelProblem,
} from '@devops-scorecards/plugin-maturity-common';
import {
  formatModelPath,
  readModel,
} from '@devops-scorecards/plugin-maturity-common';
import type { Document } from 'yaml';
import { LineCounter, isNode, parseDocument } from 'yaml';

/** The YAML of a model and where it came from. */
export interface ModelPack {
  /** File or module, for error messages. */
  file: string;
  yaml: string;
}

/** Options of {@link loadModelPack}. */
export interface LoadModelPackOptions extends ModelPack {
  /** Every metric that a criterion may judge, by id. */
  metrics: ReadonlyMap<string, MetricDefinition>;
}

/**
 * Reads one model pack.
 *
 * @throws InputError that lists every problem with file, line, path and fix
 */
export function loadModelPack(options: LoadModelPackOptions): Model {
  const reading = readModelPack(options);
  if ('problems' in reading) {
    throw modelPackError(reading.problems);
  }
  return reading.model;
}

/** Reads one model pack; problems are lines of text. */
export function readModelPack(
  options: LoadModelPackOptions,
): { model: Model } | { problems: string[] } {
  const { file, yaml, metrics } = options;
  const lines = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter: lines,
    prettyErrors: false,
  });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return {
      problems: faults.map(
        fault =>
          `${file}:${lines.linePos(fault.pos[0]).line} is not valid YAML: ${
            fault.message
          }`,
      ),
    };
  }
  try {
    const reading = readModel({ document: document.toJS(), metrics });
    return 'model' in reading
      ? reading
      : {
          problems: reading.problems.map(problem =>
            describe(file, problem, lineOf(document, problem.path, lines)),
          ),
        };
  } catch (error) {
    // Aliases that refer to themselves, or that unfold to more than fits.
    if (error instanceof RangeError || error instanceof ReferenceError) {
      return {
        problems: [
          `${file} uses YAML aliases in a way that cannot be unfolded; write the values out`,
        ],
      };
    }
    throw error;
  }
}

/** The error that stops the start when packs have problems. */
export function modelPackError(problems: readonly string[]): InputError {
  const count =
    problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return new InputError(
    `The model packs have ${count}:\n${problems
      .map(problem => `- ${problem}`)
      .join('\n')}`,
  );
}

function describe(file: string, problem: ModelProblem, line: number): string {
  const { path, message, fix } = problem;
  return `${file}:${line} ${formatModelPath(path)} ${message}; ${fix}`;
}

/** Line of a value, or of the nearest one around it when it is absent. */
function lineOf(
  document: Document.Parsed,
  path: ModelPath,
  lines: LineCounter,
): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) {
      return lines.linePos(node.range[0]).line;
    }
  }
  return 1;
}
