import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { formatCompiledList } from '../list/list-text.ts';
import { ChangelogPage } from './changelog-page.tsx';
import { countEntriesPages, EntriesPage, nameEntriesPage } from './entries-page.tsx';
import { EntryPage } from './entry-page.tsx';
import { formatAtom } from './format-atom.ts';
import { formatCsv } from './format-csv.ts';
import { formatOrganisations } from './format-organisations.ts';
import { formatParquet } from './format-parquet.ts';
import { formatScopeFile } from './format-scope-file.ts';
import { IndexPage } from './index-page.tsx';
import { listRows } from './list-rows.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PolicyPage } from './policy-page.tsx';
import type { PublicFile, PublicRelease } from './public-release.ts';
import { buildSearchData } from './search-data.ts';
import { SEARCH_SCRIPT } from './search-script.ts';
import {
  createEditions,
  nameEntryPage,
  openPage,
  type SiteEdition,
  type SitePage,
} from './site-page.ts';
import { SITE_STYLE } from './site-style.ts';

/**
 * The public pages and exports of a release, one file after the other; each is made when its content
 * is read, so that nobody has to hold them all. `changelog.json`, from which the pages are made, is
 * whoever publishes' own. The same release gives the same bytes (with the same Unicode data for names of days and
 * countries).
 */
export function* renderPages(release: PublicRelease): Generator<PublicFile> {
  const editions = createEditions(release);
  for (const edition of editions) yield* renderEdition(edition);
  yield { path: 'assets/site.css', content: SITE_STYLE };
  yield { path: 'assets/search.js', content: SEARCH_SCRIPT };
  yield { path: 'assets/page.js', content: PAGE_SCRIPT };
  yield* buildSearchData(release);
  yield* renderExports(release, editions);
}

function* renderEdition(edition: SiteEdition): Generator<PublicFile> {
  const { entries } = edition.release.list;
  yield draw(edition, 'index.html', (page) => <IndexPage page={page} />);
  yield draw(edition, 'policy.html', (page) => <PolicyPage page={page} />);
  yield draw(edition, 'changelog.html', (page) => <ChangelogPage page={page} />);
  const places = countEntriesPages(entries.length);
  for (let place = 1; place <= places; place++) {
    yield draw(edition, nameEntriesPage(place), (page) => (
      <EntriesPage page={page} place={place} places={places} />
    ));
  }
  for (const entry of entries) {
    yield draw(edition, nameEntryPage(entry.slug), (page) => (
      <EntryPage page={page} entry={entry} />
    ));
  }
}

function draw(edition: SiteEdition, name: string, build: (page: SitePage) => VNode): PublicFile {
  const page = openPage(edition, name);
  return defer(page.path, () => `<!doctype html>\n${render(build(page))}\n`);
}

/** A file that is made when it is asked for: whoever wants the names of all need not hold them all. */
function defer(path: string, make: () => PublicFile['content']): PublicFile {
  return {
    path,
    get content() {
      return make();
    },
  };
}

function* renderExports(
  release: PublicRelease,
  editions: readonly SiteEdition[],
): Generator<PublicFile> {
  yield defer('domains.txt', () => formatScopeFile(release, 'hosts'));
  yield defer('scopes.txt', () => formatScopeFile(release, 'all'));
  yield defer('list.csv', () => formatCsv(listRows(release)));
  yield defer('list.parquet', () => formatParquet(listRows(release)));
  yield defer('list.json', () => formatCompiledList(release.list));
  yield defer('organisations.json', () => formatOrganisations(release));
  const [english] = editions;
  if (english) {
    yield defer('changelog.atom', () => formatAtom(release, english.title, english.text));
  }
}
