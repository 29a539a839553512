import { runCodeCommitment } from './code-commitment-command.ts';
import { runCodeStatus } from './code-status-command.ts';
import type { Command } from './command-io.ts';
import { dispatch } from './dispatch.ts';

const HELP = `demonitor code COMMAND

  status SERVICE [--on DAY]         where a service stands under the Code and the DSA
  commitment N [--edition 2022]     what a commitment of the Code asks, and of whom

The Code is the EU Code of Practice on Disinformation (2018, 2022), since 1 July 2025 the Code of
Conduct on Disinformation. "demonitor code COMMAND --help" says more.`;

/** `code`: what the Code says, and who signed it. */
export const runCode: Command = dispatch(HELP, {
  status: runCodeStatus,
  commitment: runCodeCommitment,
});
