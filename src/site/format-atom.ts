import { describeChange, describeListFields } from './describe-change.ts';
import type { PublicRelease, ReleaseRecord } from './public-release.ts';
import { showPlain } from './show-plain.ts';
import type { SiteText } from './site-text.ts';

/** A reader of feeds has seen the older ones; the rest is in `changelog.json`. */
const MAX_RELEASES = 50;
/** So many entries of one kind are named in a line. */
const MAX_NAMES = 50;

/**
 * The changelog as an Atom feed (RFC 4287). Links are relative, since the feed does not know its
 * address; the ids come from the root of trust, which is the list's own name for good.
 */
export function formatAtom(release: PublicRelease, title: string, text: SiteText): string {
  const { changelog, rootDigest, list } = release;
  const author = list.list.publisher?.name ?? title;
  const updated = changelog[0]?.publishedOn ?? list.publishedOn;
  const entries = changelog.slice(0, MAX_RELEASES).map((record) => {
    return formatEntry(record, rootDigest, text);
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${text.code}">`,
    `  <id>${formatId(rootDigest, 0)}</id>`,
    `  <title>${escapeXml(`${title}: ${text.tell('changelog_heading')}`)}</title>`,
    `  <updated>${formatTime(updated)}</updated>`,
    `  <author><name>${escapeXml(author)}</name></author>`,
    `  <rights>${escapeXml(list.list.licence)}</rights>`,
    '  <link rel="self" type="application/atom+xml" href="changelog.atom"/>',
    '  <link rel="alternate" type="text/html" href="changelog.html"/>',
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

function formatEntry(record: ReleaseRecord, rootDigest: string, text: SiteText): string {
  const { version, publishedOn } = record;
  const day = text.day(publishedOn);
  const title = text.tell('changelog_release', { version: text.number(version), day });
  return [
    '  <entry>',
    `    <id>${formatId(rootDigest, version)}</id>`,
    `    <title>${escapeXml(title)}</title>`,
    `    <updated>${formatTime(publishedOn)}</updated>`,
    `    <link rel="alternate" type="text/html" href="changelog.html#release-${version}"/>`,
    `    <content type="text">${escapeXml(describeRelease(record, text))}</content>`,
    '  </entry>',
  ].join('\n');
}

function describeRelease({ diff }: ReleaseRecord, text: SiteText): string {
  const { added, removed, changed, listFields } = diff;
  const lines: string[] = [];
  if (listFields.length > 0) lines.push(describeListFields(listFields, text));
  const names = (entries: readonly { readonly name: string }[]): string =>
    text.list(nameSome(entries.map(({ name }) => name)));
  if (added.length > 0) {
    lines.push(`${text.tellCount('changelog_added', added.length)}: ${names(added)}.`);
  }
  if (removed.length > 0) {
    lines.push(`${text.tellCount('changelog_removed', removed.length)}: ${names(removed)}.`);
  }
  if (changed.length > 0) lines.push(`${text.tellCount('changelog_changed', changed.length)}.`);
  for (const change of changed.slice(0, MAX_NAMES)) {
    lines.push(`${change.name}: ${describeChange(change, text)}.`);
  }
  if (lines.length === 0) lines.push(text.tell('changelog_unchanged'));
  return lines.join('\n');
}

function nameSome(names: readonly string[]): readonly string[] {
  return names.length > MAX_NAMES ? [...names.slice(0, MAX_NAMES), '…'] : names;
}

/**
 * A UUID of version 8 (RFC 9562 §5.8) for a release, or with 0 for the feed: the first half comes
 * from the root's digest, the last twelve digits are the release.
 */
function formatId(rootDigest: string, version: number): string {
  const half = rootDigest.slice(0, 18).padEnd(18, '0');
  const number = version.toString(16).padStart(12, '0');
  return `urn:uuid:${half.slice(0, 8)}-${half.slice(8, 12)}-8${half.slice(12, 15)}-8${half.slice(15, 18)}-${number}`;
}

/** The day is all that is known. */
function formatTime(day: string): string {
  return `${day}T00:00:00Z`;
}

function escapeXml(text: string): string {
  return text
    .split('\n')
    .map(showPlain)
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
