import { countEdits } from './count-edits.ts';
import { entrySchema } from './entry.ts';
import { listInfoSchema } from './list-info.ts';
import type { ListSource } from './list-source.ts';
import { neverListSchema } from './never-list.ts';
import { organisationsFileSchema } from './organisation.ts';
import { platformsSchema } from './platforms.ts';
import type { Problem } from './problem.ts';
import { type Report, reportTo } from './report-to.ts';

/** What of a parser says which fields there are: an object's, a list's items, an optional's own. */
interface Shape {
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
  readonly type: string;
}

/** The one that a name may be a slip for; short names allow one slip, longer ones two. */
function findNearest(name: string, known: readonly string[]): string | undefined {
  const near = known
    .map((other) => ({
      other,
      edits: countEdits(name.slice(0, 40).toLowerCase(), other.toLowerCase()),
    }))
    .filter(({ other, edits }) => edits <= (other.length < 5 ? 1 : 2))
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.other;
}

interface Place {
  /** How the object is called: `an entry`, `"seen"`, `an item of "evidence"`. */
  readonly what: string;
  /** Where it stands; empty for the file as a whole. */
  readonly field: string;
}

function checkFields(value: unknown, shape: Shape, { what, field }: Place, report: Report): void {
  const { entries, item, wrapped } = shape;
  if (wrapped) checkFields(value, wrapped, { what, field }, report);
  if (item && Array.isArray(value)) {
    for (const [at, one] of value.entries()) {
      checkFields(one, item, { what: `an item of ${what}`, field: `${field}[${at}]` }, report);
    }
  }
  if (!entries || typeof value !== 'object' || value === null) return;
  const known = Object.keys(entries);
  for (const [name, inner] of Object.entries(value)) {
    const path = field === '' ? name : `${field}.${name}`;
    const own = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (own) {
      checkFields(inner, own, { what: `"${name}"`, field: path }, report);
      continue;
    }
    const nearest = findNearest(name, known);
    const cure = nearest === undefined ? `one of ${known.join(', ')}` : `"${nearest}"`;
    report(path, `is no field of ${what}, so nothing reads it`, cure);
  }
}

const SHAPES = {
  'list.json': listInfoSchema,
  'organisations.json': organisationsFileSchema,
  'never-list.json': neverListSchema,
  'platforms.json': platformsSchema,
} satisfies Readonly<Record<string, Shape>>;

/**
 * Fields of one file that this format doesn't know, also of one that could not be read as a whole, so that mending its other
 * faults does not bring them to light.
 */
export function checkLooseFields(file: string, value: unknown): readonly Problem[] {
  const problems: Problem[] = [];
  const report = reportTo(problems, file, 'policy');
  const shared = Object.entries(SHAPES).find(([name]) => name === file)?.[1];
  if (shared) checkFields(value, shared, { what: file, field: '' }, report);
  else if (file.startsWith('sources/')) {
    checkFields(value, entrySchema, { what: 'an entry', field: '' }, report);
  }
  return problems;
}

/**
 * Fields that this format doesn't know, in every file that the list itself brings. Readers keep
 * them, so that an older one survives a newer list; whoever writes a file has more likely mistyped
 * one, and it would be missing in silence: without its `partOf`, one organisation counts as two.
 */
export function checkUnknownFields(list: ListSource, problems: Problem[]): void {
  const shared: Readonly<Record<keyof typeof SHAPES, unknown>> = {
    'list.json': list.info,
    'organisations.json': list.organisationsFile,
    'never-list.json': list.neverList,
    'platforms.json': list.platforms,
  };
  for (const [file, value] of Object.entries(shared)) {
    if (!list.borrowed.has(file)) problems.push(...checkLooseFields(file, value));
  }
  for (const { slug, entry } of list.entries) {
    problems.push(...checkLooseFields(`sources/${slug}.json`, entry));
  }
}
