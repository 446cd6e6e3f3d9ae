import { readFile } from 'node:fs/promises';
import type { ModelCheck } from '@devops-scorecards/plugin-maturity-common';
import { EXIT } from '../exitCodes';
import { connect } from '../Portal';
import { printable } from '../printable';
import { CONNECTION_OPTIONS, readArguments } from '../readArguments';
import type { Surroundings } from '../Surroundings';
import { UsageError } from '../UsageError';

/** `maturity model validate`: says what is wrong with model packs. */
export async function modelCommand(
  surroundings: Surroundings,
): Promise<number> {
  const { stdout } = surroundings;
  const { values, positionals } = readArguments(surroundings.args, {
    ...CONNECTION_OPTIONS,
    json: { type: 'boolean' },
  });
  const [what, ...files] = positionals;
  if (what !== 'validate') {
    throw new UsageError(
      what === undefined
        ? 'Say what to do: maturity model validate <file>'
        : `There is no "${what}" of models: use validate`,
    );
  }
  if (files.length === 0) {
    throw new UsageError('Say which files: maturity model validate <file>');
  }
  const { client } = connect(values, surroundings);
  const checks: ({ file: string } & ModelCheck)[] = [];
  for (const file of files) {
    checks.push({
      file,
      ...(await client.checkModel({
        file,
        yaml: await readFile(file, 'utf8'),
      })),
    });
  }
  const problems = [
    ...checks.flatMap(check => check.problems),
    ...sameIds(checks),
  ];
  stdout.write(
    values.json
      ? `${JSON.stringify({ models: checks, problems })}\n`
      : describe(checks, problems),
  );
  return problems.length > 0 ? EXIT.refused : EXIT.ok;
}

/** Two files of one model, which no portal could start with. */
function sameIds(checks: readonly ({ file: string } & ModelCheck)[]): string[] {
  const files = new Map<string, string>();
  return checks.flatMap(({ file, model }) => {
    const other = model && files.get(model.id);
    if (model && other === undefined) {
      files.set(model.id, file);
    }
    return other === undefined
      ? []
      : [
          `${file} id repeats the model id "${
            model!.id
          }" of ${other}; give one of them another id`,
        ];
  });
}

function describe(
  checks: readonly ({ file: string } & ModelCheck)[],
  problems: readonly string[],
): string {
  const valid = checks.flatMap(({ file, model }) =>
    model
      ? [
          `${file}: ${model.id} ${model.version}, ${model.subItems} sub-items, ${model.criteria} criteria`,
        ]
      : [],
  );
  const count =
    problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const wrong = problems.length === 0 ? [] : [count, ...problems];
  return [...valid, ...wrong].map(line => `${printable(line)}\n`).join('');
}
