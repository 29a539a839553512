import type { Command } from './command-io.ts';
import { UsageError } from './errors.ts';

/** A command made of named ones. */
export function dispatch(help: string, commands: Readonly<Record<string, Command>>): Command {
  const runNamed: Command = async ([name, ...args], io) => {
    // `help check` is `check --help`, at every depth.
    if (name === 'help' && args.length > 0) return runNamed([...args, '--help'], io);
    if (name === '--help' || name === '-h' || name === 'help') {
      io.print(help);
      return 0;
    }
    const names = Object.keys(commands).join(', ');
    if (name === undefined) throw new UsageError(`Which command? One of ${names}.`, help);
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command)
      throw new UsageError(`There is no command "${name}" here: it is one of ${names}.`, help);
    return command(args, io);
  };
  return runNamed;
}
