import { importCommand } from './commands/importCommand';
import { measureCommand } from './commands/measureCommand';
import { modelCommand } from './commands/modelCommand';
import { uploadCommand } from './commands/uploadCommand';
import { describeFailure } from './describeFailure';
import { EXIT } from './exitCodes';
import { HELP, helpOf } from './help';
import type { Surroundings } from './Surroundings';
import { UsageError } from './UsageError';

const COMMANDS = {
  import: importCommand,
  upload: uploadCommand,
  measure: measureCommand,
  model: modelCommand,
};

/**
 * Runs one command line.
 *
 * @returns the exit code, see {@link EXIT}; never rejects
 */
export async function main(surroundings: Surroundings): Promise<number> {
  const { args, stdout, stderr, signal } = surroundings;
  const [name, ...rest] = args;
  if (
    name === undefined ||
    name === '--help' ||
    name === '-h' ||
    name === 'help'
  ) {
    const about = rest.find(isCommand);
    stdout.write(about ? helpOf(about) : HELP);
    return name === undefined ? EXIT.usage : EXIT.ok;
  }
  if (!isCommand(name)) {
    stderr.write(`There is no command "${name}".\n\n${HELP}`);
    return EXIT.usage;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    stdout.write(helpOf(name));
    return EXIT.ok;
  }
  try {
    return await COMMANDS[name]({ ...surroundings, args: rest });
  } catch (error) {
    if (error instanceof UsageError) {
      stderr.write(`${error.message}\nSee maturity ${name} --help.\n`);
      return EXIT.usage;
    }
    if (signal.aborted) {
      stderr.write('Interrupted.\n');
      return EXIT.interrupted;
    }
    const { message, code } = describeFailure(error);
    stderr.write(`${message}\n`);
    return code;
  }
}

function isCommand(name: string): name is keyof typeof COMMANDS {
  return Object.hasOwn(COMMANDS, name);
}
