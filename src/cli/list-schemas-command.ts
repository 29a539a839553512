import { toJsonSchema } from '@valibot/to-json-schema';
import { entrySchema } from '../list/entry.ts';
import { listInfoSchema } from '../list/list-info.ts';
import { neverListSchema } from '../list/never-list.ts';
import { organisationsFileSchema } from '../list/organisation.ts';
import { platformsSchema } from '../list/platforms.ts';
import type { Command } from './command-io.ts';
import { UsageError } from './errors.ts';
import { makeOutFolder, writeOutFile } from './out-folder.ts';
import { parseOptions } from './parse-options.ts';

const HELP = `demonitor list schemas --out DIR [--json]

Writes a JSON Schema for each kind of list file into DIR, generated from the parsers, so that an
editor completes and checks while one types. They know form, not policy: run "list check" as well.
An editor finds them by "$schema" at the top of a file, or VS Code by "json.schemas" in its
settings, which lists/README.md shows.

Exit: 0 written, 2 wrongly used.`;

const SCHEMAS = {
  'entry.schema.json': entrySchema,
  'list.schema.json': listInfoSchema,
  'never-list.schema.json': neverListSchema,
  'organisations.schema.json': organisationsFileSchema,
  'platforms.schema.json': platformsSchema,
} as const;

/** `list schemas`: what an editor can know of the formats. */
export const runListSchemas: Command = async (args, io) => {
  const { values } = parseOptions(args, { out: { type: 'string' } } as const, HELP);
  if (values.help) {
    io.print(HELP);
    return 0;
  }
  const { out } = values;
  if (out === undefined) throw new UsageError('Name the folder to write to: --out DIR.', HELP);
  await makeOutFolder(out);
  const files: string[] = [];
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    // Real days, hosts and the like have no JSON Schema; the parser still checks them.
    const json = toJsonSchema(schema, { errorMode: 'ignore', target: 'draft-2020-12' });
    files.push(await writeOutFile(out, name, `${JSON.stringify(json, undefined, 2)}\n`));
  }
  if (values.json) io.print(JSON.stringify({ files }));
  else for (const file of files) io.print(file);
  return 0;
};
