import { type EntryChange, isEmptyDiff, type ListDiff } from '../list/diff-lists.ts';
import { formatCount } from './format-count.ts';
import { showText } from './show-text.ts';

/** An entry with thousands of scopes must not push the others out of sight. */
const MAX_SHOWN_SCOPES = 12;

function joinScopes(scopes: readonly string[]): string {
  const shown = scopes.slice(0, MAX_SHOWN_SCOPES).join(', ');
  const more = scopes.length - MAX_SHOWN_SCOPES;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function describeChange(change: EntryChange): string {
  const { scopesAdded, scopesRemoved, evidenceAdded, evidenceRemoved, state, fields } = change;
  const items = (count: number) => formatCount(count, 'item', 'items');
  return [
    ...(state ? [`${state.from} → ${state.to}`] : []),
    ...(scopesAdded.length > 0 ? [`adds ${joinScopes(scopesAdded)}`] : []),
    ...(scopesRemoved.length > 0 ? [`drops ${joinScopes(scopesRemoved)}`] : []),
    ...(evidenceAdded > 0 ? [`adds ${items(evidenceAdded)} of evidence`] : []),
    ...(evidenceRemoved > 0 ? [`drops ${items(evidenceRemoved)} of evidence`] : []),
    ...(fields.length > 0 ? [`changes ${fields.join(', ')}`] : []),
  ].join('; ');
}

function listGroup(
  title: string,
  lines: readonly { readonly slug: string; readonly name: string; readonly what: string }[],
): readonly string[] {
  if (lines.length === 0) return [];
  const entries = formatCount(lines.length, 'entry', 'entries');
  return [
    `${title} (${entries}):`,
    ...lines.map(({ slug, name, what }) => showText(`  ${name} (${slug}): ${what}`)),
  ];
}

/** What changed, in lines grouped by added, removed and changed. */
export function describeDiff(diff: ListDiff): readonly string[] {
  if (isEmptyDiff(diff)) return ['No entry changed.'];
  const { added, removed, changed, listFields } = diff;
  return [
    ...(listFields.length > 0
      ? [showText(`The list itself changes ${listFields.join(', ')}.`)]
      : []),
    ...listGroup(
      'Added',
      added.map((entry) => ({ ...entry, what: joinScopes(entry.scopes) })),
    ),
    ...listGroup(
      'Removed',
      removed.map((entry) => ({ ...entry, what: joinScopes(entry.scopes) })),
    ),
    ...listGroup(
      'Changed',
      changed.map((entry) => ({ ...entry, what: describeChange(entry) })),
    ),
  ];
}
