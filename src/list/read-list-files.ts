import * as v from 'valibot';
import { compareText } from './canonical-json.ts';
import { checkForm, checkLooseScopes } from './check-form.ts';
import { checkLooseFields } from './check-unknown-fields.ts';
import { describeHostileText } from './describe-hostile-text.ts';
import { describeIssues } from './describe-issues.ts';
import { entrySchema, type NamedEntry } from './entry.ts';
import { SLUG } from './field-types.ts';
import { parseJsonText } from './json-text.ts';
import { MAX_FILE_CHARS, MAX_LIST_ENTRIES, MAX_SLUG_CHARS } from './limits.ts';
import { listInfoSchema } from './list-info.ts';
import type { ListReading, ListSource } from './list-source.ts';
import { neverListSchema } from './never-list.ts';
import { organisationsFileSchema } from './organisation.ts';
import { buildAddressRules, platformsSchema } from './platforms.ts';
import type { Problem } from './problem.ts';
import type { IsPublicSuffix } from './public-suffix.ts';

const SOURCES = 'sources/';
const CODE = 'code/';

/** Stand-ins, so that the rest can still be checked when a file is broken or nowhere. */
const EMPTY_INFO: ListSource['info'] = {
  id: 'unknown',
  title: { en: 'Unknown list', fr: 'Liste inconnue' },
  licence: 'unknown',
  thresholds: { independentOrganisations: 2 },
  reviewDays: 365,
  maxStaleDays: 60,
};
const EMPTY_NEVER_LIST = { sharedHosts: [], wellKnown: [], exceptions: [] };

/** `$schema` is for the editor of whoever writes the file; a release carries nothing of it. */
function withoutSchemaLink(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (!('$schema' in value) || typeof value.$schema !== 'string') return value;
  const { $schema: _, ...rest } = value;
  return rest;
}

class Reader {
  readonly problems: Problem[] = [];
  readonly borrowed = new Set<string>();
  /** Files whose JSON was read but not understood: what is whole in them is still checked. */
  readonly halfRead = new Map<string, unknown>();
  private readonly files: ReadonlyMap<string, string>;
  private readonly product: ReadonlyMap<string, string>;

  constructor(files: ReadonlyMap<string, string>, product: ReadonlyMap<string, string>) {
    this.files = files;
    this.product = product;
  }

  report(file: string, field: string, what: string, cure: string): void {
    this.problems.push({ file, field, what, cure, level: 'form' });
  }

  /** The value of one file, `undefined` when it can't be used; says why. */
  parse<Schema extends v.GenericSchema>(
    file: string,
    text: string,
    schema: Schema,
  ): v.InferOutput<Schema> | undefined {
    if (text.length > MAX_FILE_CHARS) {
      this.report(file, '', `is ${text.length} characters long`, `at most ${MAX_FILE_CHARS}`);
      return undefined;
    }
    const json = parseJsonText(text);
    if (json.kind === 'fault') {
      const { line, column, what, cure } = json.fault;
      this.report(file, '', `line ${line}, column ${column}: ${what}`, cure);
      return undefined;
    }
    const hostile = describeHostileText(file, json.value);
    this.problems.push(...hostile);
    const value = withoutSchemaLink(json.value);
    const parsed = v.safeParse(schema, value);
    if (!parsed.success) this.problems.push(...describeIssues(file, parsed.issues));
    if (parsed.success && hostile.length === 0) return parsed.output;
    this.halfRead.set(file, value);
    return undefined;
  }

  /** A file of the list's own, else the product's. */
  readShared<Schema extends v.GenericSchema>(
    file: string,
    schema: Schema,
  ): v.InferOutput<Schema> | undefined {
    const own = this.files.get(file);
    const parsed = own === undefined ? undefined : this.parse(file, own, schema);
    if (parsed !== undefined) return parsed;
    this.borrowed.add(file);
    const text = this.product.get(file);
    if (text === undefined) {
      if (own === undefined) this.report(file, '', 'is missing', 'add it');
      return undefined;
    }
    const borrowed = parseJsonText(text);
    const result = v.safeParse(schema, borrowed.kind === 'value' ? borrowed.value : undefined);
    if (result.success) return result.output;
    this.report(file, '', 'of the product’s own list can’t be read', 'install Demonitor again');
    return undefined;
  }

  readEntries(): readonly NamedEntry[] {
    const entries: NamedEntry[] = [];
    for (const file of this.pathsBelow(SOURCES)) {
      const slug = file.slice(SOURCES.length, -'.json'.length);
      if (!SLUG.test(slug) || slug.length > MAX_SLUG_CHARS) {
        const cure = 'lower-case letters, digits and single hyphens, as example-truth.json';
        this.report(file, '', 'is no file name for an entry', cure);
      }
      const entry = this.parse(file, this.files.get(file) ?? '', entrySchema);
      if (entry) entries.push({ slug, entry });
    }
    if (entries.length > MAX_LIST_ENTRIES) {
      this.report(SOURCES, '', `holds ${entries.length} entries`, `at most ${MAX_LIST_ENTRIES}`);
    }
    return entries;
  }

  readCode(): Readonly<Record<string, unknown>> {
    const hasOwn = this.pathsBelow(CODE).length > 0;
    const files = hasOwn ? this.files : this.product;
    if (!hasOwn) this.borrowed.add(CODE);
    const code: Record<string, unknown> = {};
    for (const file of [...files.keys()].filter((path) => path.startsWith(CODE)).sort()) {
      code[file.slice(CODE.length)] = this.parse(file, files.get(file) ?? '', v.unknown());
    }
    return code;
  }

  private pathsBelow(folder: string): readonly string[] {
    return [...this.files.keys()]
      .filter((path) => path.startsWith(folder) && path.endsWith('.json'))
      .sort(compareText);
  }
}

/**
 * Reads a `lists/` folder given as path → text. Never stops at the first fault: everything that
 * can be used is in `list`, everything that is wrong in form is in `problems`, with the unknown
 * fields of files that can't be used.
 */
export function readListFiles(
  files: ReadonlyMap<string, string>,
  product: ReadonlyMap<string, string>,
  isPublicSuffix: IsPublicSuffix,
): ListReading {
  const reader = new Reader(files, product);
  const platforms = reader.readShared('platforms.json', platformsSchema) ?? {
    hosts: [],
    wrappers: [],
  };
  const organisations = reader.readShared('organisations.json', organisationsFileSchema);
  const list: ListSource = {
    info: reader.readShared('list.json', listInfoSchema) ?? EMPTY_INFO,
    organisations: organisations?.organisations ?? [],
    organisationsFile: organisations,
    neverList: reader.readShared('never-list.json', neverListSchema) ?? EMPTY_NEVER_LIST,
    platforms,
    rules: buildAddressRules(platforms),
    code: reader.readCode(),
    entries: reader.readEntries(),
    borrowed: reader.borrowed,
  };
  const problems = [...reader.problems, ...checkForm(list, isPublicSuffix)];
  for (const [file, value] of reader.halfRead) {
    const known = new Set(problems.flatMap((each) => (each.file === file ? [each.field] : [])));
    const loose = checkLooseScopes(file, value, { ...list, isPublicSuffix });
    problems.push(...loose.filter(({ field }) => !known.has(field)));
    problems.push(...checkLooseFields(file, value));
  }
  return { list, problems };
}
