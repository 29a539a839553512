import type { JsonPatch } from './json-patch.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What became of a patch. */
export type PatchOutcome =
  | { readonly kind: 'patched'; readonly value: unknown }
  /** The patch was made for something else. */
  | { readonly kind: 'refused'; readonly reason: string };

function refuse(reason: string): PatchOutcome {
  return { kind: 'refused', reason };
}

/** What a patch makes of a JSON value, which stays as it is; refused where the two don't fit. */
export function applyPatch(value: unknown, patch: JsonPatch): PatchOutcome {
  if (Array.isArray(value)) {
    const isForArray = patch.set === undefined && patch.unset === undefined;
    return isForArray ? patchArray(value, patch) : refuse('sets fields of a list');
  }
  if (typeof value !== 'object' || value === null) return refuse('edits what has no parts');
  const { remove, add, at } = patch;
  const isForObject = remove === undefined && add === undefined && at === undefined;
  return isForObject ? patchObject({ ...value }, patch) : refuse('adds items to an object');
}

function patchObject(value: Fields, { set = {}, unset = [], edit = {} }: JsonPatch): PatchOutcome {
  const fields = new Map(Object.entries(value));
  const named = [...Object.keys(set), ...unset, ...Object.keys(edit)];
  if (new Set(named).size < named.length) return refuse('changes a field twice');
  for (const name of unset)
    if (!fields.delete(name)) return refuse('unsets a field that is not there');
  for (const [name, patch] of Object.entries(edit)) {
    const outcome = applyPatch(fields.get(name), patch);
    if (outcome.kind === 'refused') return outcome;
    fields.set(name, outcome.value);
  }
  for (const [name, item] of Object.entries(set)) fields.set(name, item);
  return { kind: 'patched', value: Object.fromEntries(fields) };
}

function patchArray(
  value: readonly unknown[],
  { edit = {}, remove = [], add = [], at }: JsonPatch,
): PatchOutcome {
  const items = [...value];
  for (const [name, patch] of Object.entries(edit)) {
    const place = Number(name);
    if (`${place}` !== name || !(place in items)) return refuse('edits an item that is not there');
    const outcome = applyPatch(items[place], patch);
    if (outcome.kind === 'refused') return outcome;
    items[place] = outcome.value;
  }
  const gone = new Set(remove);
  if ((remove.at(-1) ?? -1) >= items.length) return refuse('removes an item that is not there');
  if (remove.some((place) => Object.hasOwn(edit, place))) return refuse('changes an item twice');
  const kept = items.filter((_, place) => !gone.has(place));
  if (at === undefined) return { kind: 'patched', value: [...kept, ...add] };
  const length = kept.length + add.length;
  if (at.length !== add.length || (at.at(-1) ?? -1) >= length) return refuse('adds at no place');
  const added = new Map(at.map((place, order) => [place, add[order]]));
  let next = 0;
  const merged = Array.from({ length }, (_, place) => {
    return added.has(place) ? added.get(place) : kept[next++];
  });
  return { kind: 'patched', value: merged };
}
