import type { EntryName } from '../list/diff-lists.ts';
import { describeChange, describeListFields } from './describe-change.ts';
import { nameScopes } from './name-scopes.ts';
import { PageShell } from './page-shell.tsx';
import type { ReleaseRecord } from './public-release.ts';
import { showPlain } from './show-plain.ts';
import { nameEntryPage, type SitePage } from './site-page.ts';

/** A page of a list that changes daily for years would have no end; `changelog.json` has it all. */
const MAX_RELEASES = 100;
const MAX_ENTRIES = 200;

/** What each release changed, newest first. */
export function ChangelogPage({ page }: { readonly page: SitePage }) {
  const { text, release, toFile } = page;
  const title = text.tell('changelog_heading');
  const shown = release.changelog.slice(0, MAX_RELEASES);
  return (
    <PageShell page={page} title={title}>
      <h1>{title}</h1>
      <p>{text.tell('changelog_lead')}</p>
      <p>
        <a href={toFile('changelog.atom')}>{text.tell('changelog_feed')}</a> ·{' '}
        <a href={toFile('changelog.json')}>{text.tell('changelog_data')}</a>
      </p>
      {shown.map((record) => (
        <ReleaseSection key={record.version} page={page} record={record} />
      ))}
      {shown.length < release.changelog.length && <p>{text.tell('changelog_older')}</p>}
    </PageShell>
  );
}

interface ReleaseProps {
  readonly page: SitePage;
  readonly record: ReleaseRecord;
}

function ReleaseSection({ page, record }: ReleaseProps) {
  const { text } = page;
  const { version, publishedOn, diff } = record;
  const { added, removed, changed, listFields } = diff;
  const id = `release-${version}`;
  const isEmpty = added.length + removed.length + changed.length === 0;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {text.tell('changelog_release', {
          version: text.number(version),
          day: text.day(publishedOn),
        })}
      </h2>
      {isEmpty && <p>{text.tell('changelog_unchanged')}</p>}
      {listFields.length > 0 && <p>{describeListFields(listFields, text)}</p>}
      <EntryList
        page={page}
        heading={text.tellCount('changelog_added', added.length)}
        entries={added}
        describe={({ scopes }) => nameScopes(scopes, text)}
      />
      <EntryList
        page={page}
        heading={text.tellCount('changelog_removed', removed.length)}
        entries={removed}
        describe={({ scopes }) => nameScopes(scopes, text)}
      />
      <EntryList
        page={page}
        heading={text.tellCount('changelog_changed', changed.length)}
        entries={changed}
        describe={(change) => describeChange(change, text)}
      />
    </section>
  );
}

interface ListProps<Each extends EntryName> {
  readonly page: SitePage;
  readonly heading: string;
  readonly entries: readonly Each[];
  readonly describe: (entry: Each) => string;
}

function EntryList<Each extends EntryName>({ page, heading, entries, describe }: ListProps<Each>) {
  const { text, slugs, toPage } = page;
  if (entries.length === 0) return null;
  const rest = entries.length - MAX_ENTRIES;
  return (
    <>
      <h3>{heading}</h3>
      <ul>
        {entries.slice(0, MAX_ENTRIES).map((entry) => {
          const name = <bdi>{showPlain(entry.name)}</bdi>;
          return (
            <li key={entry.slug}>
              {/* One that went later has no page any more. */}
              {slugs.has(entry.slug) ? (
                <a href={toPage(nameEntryPage(entry.slug))}>{name}</a>
              ) : (
                name
              )}{' '}
              <span class="small">{describe(entry)}</span>
            </li>
          );
        })}
        {rest > 0 && <li>{text.tell('changelog_more', { count: text.number(rest) })}</li>}
      </ul>
    </>
  );
}
