import type { CompiledEntry } from '../list/compiled-list.ts';
import { nameGrounds } from '../ui/name-grounds.ts';
import { judgeState } from './entry-state.ts';
import { nameScopes } from './name-scopes.ts';
import { PageShell } from './page-shell.tsx';
import { SEARCH_SCRIPTS, SearchSection } from './search-section.tsx';
import { showPlain } from './show-plain.ts';
import { describeEntryEvidence, nameEntryPage, type SitePage } from './site-page.ts';

/** More rows make a page that phones struggle with. */
const ENTRIES_A_PAGE = 500;
/** So many hosts are named in a row. */
const NAMED_SCOPES = 3;

interface Props {
  readonly page: SitePage;
  /** From 1. */
  readonly place: number;
  readonly places: number;
}

/** `entries.html`, `entries-2.html`: the name of a part of the table. */
export function nameEntriesPage(place: number): string {
  return place === 1 ? 'entries.html' : `entries-${place}.html`;
}

/** How many parts the table has; an empty list has one that says so. */
export function countEntriesPages(entries: number): number {
  return Math.max(1, Math.ceil(entries / ENTRIES_A_PAGE));
}

/** A part of the table of all entries, which needs no script. */
export function EntriesPage({ page, place, places }: Props) {
  const { text, release } = page;
  const title =
    places === 1
      ? text.tell('entries_heading')
      : text.tell('entries_page', { page: text.number(place), pages: text.number(places) });
  const start = (place - 1) * ENTRIES_A_PAGE;
  const entries = release.list.entries.slice(start, start + ENTRIES_A_PAGE);
  return (
    <PageShell page={page} title={title} scripts={place === 1 ? SEARCH_SCRIPTS : []}>
      <h1>{title}</h1>
      <p>{text.tell('reading_text')}</p>
      <p>{text.tell('reading_not_listed')}</p>
      {place === 1 && <SearchSection page={page} />}
      {entries.length === 0 ? (
        <p>{text.tell('entries_empty')}</p>
      ) : (
        <EntriesTable page={page} entries={entries} label={title} />
      )}
      {places > 1 && <Pager page={page} place={place} places={places} />}
    </PageShell>
  );
}

interface TableProps {
  readonly page: SitePage;
  readonly entries: readonly CompiledEntry[];
  readonly label: string;
}

function EntriesTable({ page, entries, label }: TableProps) {
  const { text } = page;
  const [source, grounds, evidence, state] = [
    text.tell('column_source'),
    text.tell('column_grounds'),
    text.tell('column_evidence'),
    text.tell('column_state'),
  ];
  return (
    <table class="entries" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{source}</th>
          <th scope="col">{grounds}</th>
          <th scope="col">{evidence}</th>
          <th scope="col">{state}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.slug} id={`entry-${entry.slug}`}>
            <th scope="row">
              <a href={page.toPage(nameEntryPage(entry.slug))}>
                <bdi>{showPlain(entry.name)}</bdi>
              </a>
              <span class="hosts">{nameScopes(entry.scopes, text, NAMED_SCOPES)}</span>
            </th>
            <td data-column={grounds}>{nameGrounds(entry.grounds, text)}</td>
            <td data-column={evidence}>{describeEntryEvidence(entry, page)}</td>
            <td data-column={state}>
              {text.tell(`state_${judgeState(entry, page.release.today)}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Pager({ page, place, places }: Props) {
  const { text, toPage } = page;
  const numbers = Array.from({ length: places }, (_, at) => at + 1);
  return (
    <nav class="pager" aria-label={text.tell('entries_pages')}>
      <ul>
        {numbers.map((number) => (
          <li key={number}>
            <a
              href={toPage(nameEntriesPage(number))}
              aria-current={number === place ? 'page' : undefined}
            >
              {text.number(number)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
