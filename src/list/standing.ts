import type { Evidence } from './entry.ts';
import type { Organisation } from './organisation.ts';

/** What the policy (lists/README.md) still asks for before a scope may be listed. */
export type Lack =
  | { readonly kind: 'organisations'; readonly found: number; readonly needed: number }
  | { readonly kind: 'recognised' }
  | { readonly kind: 'shown' }
  | { readonly kind: 'carrier' };

/** Whether one scope may be listed on its evidence, and by which rule. */
export type Standing =
  | { readonly kind: 'stands'; readonly on: 'legal-act' | 'organisations' }
  | { readonly kind: 'falls'; readonly lacks: readonly Lack[] };

/** Organisations by id, with the question who is independent of whom. */
export type Organisations = ReadonlyMap<string, Organisation>;

/** The body an organisation belongs to in the end: two with the same root are one voice. */
function findRoot(id: string, organisations: Organisations): string {
  const seen = new Set<string>();
  let root = id;
  while (!seen.has(root)) {
    seen.add(root);
    root = organisations.get(root)?.partOf ?? root;
  }
  return root;
}

/** Kinds that show what was false or who ran it; ratings and source lists alone only judge. */
const SHOWS: readonly Evidence['kind'][] = ['fact-check', 'investigation', 'legal-act'];

/** A case about a message shows that the message was false, not what the outlet did. */
function isShowing(item: Evidence, organisations: Organisations): boolean {
  return SHOWS.includes(item.kind) && organisations.get(item.by)?.judges !== 'message';
}

/**
 * An item that can be the second voice, but carries nothing itself: it has no date, or its
 * publisher judges the message and not the outlet.
 */
function isSecondOnly(item: Evidence, organisations: Organisations): boolean {
  return item.date === undefined || organisations.get(item.by)?.judges === 'message';
}

/**
 * How many independent organisations stand behind the items. Those with second voices only count
 * as one, however many they are: they are the second organisation, never the third.
 */
export function countIndependent(items: readonly Evidence[], organisations: Organisations): number {
  const carrying = new Set<string>();
  const second = new Set<string>();
  for (const item of items) {
    if (!organisations.has(item.by)) continue;
    const roots = isSecondOnly(item, organisations) ? second : carrying;
    roots.add(findRoot(item.by, organisations));
  }
  return carrying.size + ([...second].some((root) => !carrying.has(root)) ? 1 : 0);
}

/**
 * Whether a scope stands by itself on the items that support it (lists/README.md): one dated legal act
 * of a public body, or independent organisations, of which one carries the scope with a dated item,
 * one is recognised, and one item of a body that judges outlets shows what was false or who ran
 * it. These need not be the same one: an undated fact-check shows what was false all the same.
 *
 * - a dated fact-check of a recognised organisation and an undated rating of another: stands
 * - a recognised, undated fact-check and another's dated source list: stands
 * - two ratings; two fact-checks of one body; a judged message and a rating, dated or not: fall
 */
export function judgeScope(
  items: readonly Evidence[],
  organisations: Organisations,
  needed: number,
): Standing {
  const known = items.filter(({ by }) => organisations.has(by));
  const isAct = ({ kind, by, date }: Evidence): boolean =>
    kind === 'legal-act' && date !== undefined && organisations.get(by)?.kind === 'public-body';
  if (known.some(isAct)) return { kind: 'stands', on: 'legal-act' };
  const lacks: Lack[] = [];
  const found = countIndependent(known, organisations);
  if (found < needed) lacks.push({ kind: 'organisations', found, needed });
  if (!known.some((item) => !isSecondOnly(item, organisations))) lacks.push({ kind: 'carrier' });
  if (!known.some(({ by }) => isRecognised(by, organisations))) lacks.push({ kind: 'recognised' });
  if (!known.some((item) => isShowing(item, organisations))) lacks.push({ kind: 'shown' });
  return lacks.length === 0 ? { kind: 'stands', on: 'organisations' } : { kind: 'falls', lacks };
}

/** One that judges messages, not outlets, is the second voice about an outlet, never the first. */
function isRecognised(id: string, organisations: Organisations): boolean {
  const organisation = organisations.get(id);
  return organisation?.recognised === true && organisation.judges !== 'message';
}

/** Whether an item by itself ties a mirror to its source: dated, and of a recognised body. */
export function canTieMirror(item: Evidence, organisations: Organisations): boolean {
  return isRecognised(item.by, organisations) && !isSecondOnly(item, organisations);
}
