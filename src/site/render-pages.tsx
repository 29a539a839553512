import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { formatCompiledList } from '../list/list-text.ts';
import { ChangelogPage } from './changelog-page.tsx';
import { countEntriesPages, EntriesPage, nameEntriesPage } from './entries-page.tsx';
import { EntryPage } from './entry-page.tsx';
import { formatAtom } from './format-atom.ts';
import { formatCsv } from './format-csv.ts';
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
 * The public pages and exports of a release, one file after the other, so that nobody has to hold
 * them all. The same release gives the same bytes (with the same Unicode data for names of days and
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
  return { path: page.path, content: `<!doctype html>\n${render(build(page))}\n` };
}

function* renderExports(
  release: PublicRelease,
  editions: readonly SiteEdition[],
): Generator<PublicFile> {
  yield { path: 'domains.txt', content: formatScopeFile(release, 'hosts') };
  yield { path: 'scopes.txt', content: formatScopeFile(release, 'all') };
  yield { path: 'list.csv', content: formatCsv(listRows(release)) };
  yield { path: 'list.parquet', content: formatParquet(listRows(release)) };
  yield { path: 'list.json', content: formatCompiledList(release.list) };
  yield { path: 'changelog.json', content: `${JSON.stringify(release.changelog)}\n` };
  const [english] = editions;
  if (english) {
    yield { path: 'changelog.atom', content: formatAtom(release, english.title, english.text) };
  }
}
