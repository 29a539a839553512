import type { Command } from './command-io.ts';
import { dispatch } from './dispatch.ts';
import { runListCheck } from './list-check-command.ts';
import { runListCompile } from './list-compile-command.ts';
import { runListDiff } from './list-diff-command.ts';
import { runListKeygen } from './list-keygen-command.ts';
import { runListPublish } from './list-publish-command.ts';
import { runListRotate } from './list-rotate-command.ts';
import { runListSchemas } from './list-schemas-command.ts';
import { runListServe } from './list-serve-command.ts';
import { runListStats } from './list-stats-command.ts';

const HELP = `demonitor list COMMAND

  check [LISTS]               all problems of form and policy, at once
  compile [LISTS] --out DIR   the files that the extension reads
  stats [LISTS]               the list in numbers
  diff A B                    what changed between two lists or releases
  keygen --out KEYS           keys that sign a list
  publish [LISTS]             a signed release, as files for any web host
  rotate ROLE                 other keys for the same list
  serve REPO                  the release on this machine, to try it
  schemas --out DIR           JSON Schemas for editors

LISTS is a folder shaped like lists/, of which only sources/ is required; without it, the folder
lists/ where you are, else Demonitor’s own list. "demonitor list COMMAND --help" says more.`;

/** `list`: the commands for those who keep a list. */
export const runList: Command = dispatch(HELP, {
  check: runListCheck,
  compile: runListCompile,
  stats: runListStats,
  diff: runListDiff,
  keygen: runListKeygen,
  publish: runListPublish,
  rotate: runListRotate,
  serve: runListServe,
  schemas: runListSchemas,
});
