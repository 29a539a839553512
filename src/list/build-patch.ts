import { alignItems } from './align-items.ts';
import { formatCanonicalJson, isSameJson } from './canonical-json.ts';
import type { JsonPatch } from './json-patch.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a part is replaced by: `patch` where that is the shorter text. */
type Part =
  | { readonly kind: 'patch'; readonly patch: JsonPatch }
  | { readonly kind: 'whole'; readonly value: unknown };

/** Where items stood between two that stay, and where others stand now. */
interface Gap {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** The patch that turns one JSON object into another; `applyPatch` gives it back exactly. */
export function buildPatch(from: Fields, to: Fields): JsonPatch {
  const set: Record<string, unknown> = {};
  const edit: Record<string, JsonPatch> = {};
  for (const [name, value] of Object.entries(to)) {
    const isNew = !Object.hasOwn(from, name);
    if (!isNew && isSameJson(from[name], value)) continue;
    const part: Part = isNew ? { kind: 'whole', value } : choosePart(from[name], value);
    if (part.kind === 'patch') edit[name] = part.patch;
    else set[name] = value;
  }
  const unset = Object.keys(from).filter((name) => !Object.hasOwn(to, name));
  return {
    ...(Object.keys(set).length > 0 && { set }),
    ...(unset.length > 0 && { unset }),
    ...(Object.keys(edit).length > 0 && { edit }),
  };
}

function choosePart(from: unknown, to: unknown): Part {
  const whole: Part = { kind: 'whole', value: to };
  if (typeof from !== 'object' || from === null || typeof to !== 'object' || to === null) {
    return whole;
  }
  if (Array.isArray(from) !== Array.isArray(to)) return whole;
  const patch =
    Array.isArray(from) && Array.isArray(to)
      ? buildArrayPatch(from, to)
      : buildPatch({ ...from }, { ...to });
  const isShorter = formatCanonicalJson(patch).length < formatCanonicalJson(to).length;
  return isShorter ? { kind: 'patch', patch } : whole;
}

function buildArrayPatch(from: readonly unknown[], to: readonly unknown[]): JsonPatch {
  const remove: number[] = [];
  const at: number[] = [];
  const edit: Record<string, JsonPatch> = {};
  for (const gap of findGaps(from, to)) {
    for (const [order, place] of gap.from.entries()) {
      const next = gap.to[order];
      const part: Part =
        next === undefined
          ? { kind: 'whole', value: undefined }
          : choosePart(from[place], to[next]);
      if (part.kind === 'patch') edit[place] = part.patch;
      else {
        remove.push(place);
        if (next !== undefined) at.push(next);
      }
    }
    at.push(...gap.to.slice(gap.from.length));
  }
  const isAtEnd = at[0] === to.length - at.length;
  return {
    ...(Object.keys(edit).length > 0 && { edit }),
    ...(remove.length > 0 && { remove }),
    ...(at.length > 0 && { add: at.map((place) => to[place]) }),
    ...(at.length > 0 && !isAtEnd && { at }),
  };
}

function findGaps(from: readonly unknown[], to: readonly unknown[]): readonly Gap[] {
  const pairs = alignItems(from.map(formatCanonicalJson), to.map(formatCanonicalJson));
  const gaps: Gap[] = [];
  let [last, lastNew] = [-1, -1];
  for (const [place, newPlace] of [...pairs, [from.length, to.length] as const]) {
    gaps.push({ from: listBetween(last, place), to: listBetween(lastNew, newPlace) });
    [last, lastNew] = [place, newPlace];
  }
  return gaps;
}

function listBetween(low: number, high: number): readonly number[] {
  return Array.from({ length: high - low - 1 }, (_, at) => low + 1 + at);
}
