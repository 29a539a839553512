import { GROUNDS_TEXTS } from '../ui/name-grounds.ts';
import { ENTRY_STATES } from './entry-state.ts';
import type { SitePage } from './site-page.ts';

/** Scripts that a page with a search needs, in order: what the release holds, then the search. */
export const SEARCH_SCRIPTS = ['search-head.js', 'search.js'] as const;

/** A search that runs on the reader's machine; without scripts it says so and shows no field. */
export function SearchSection({ page }: { readonly page: SitePage }) {
  const { text, toFile, toPage, name } = page;
  const words = {
    language: text.language,
    covered: text.tell('search_covered', {
      entry: '{entry}',
      address: '{address}',
      scope: '{scope}',
      state: '{state}',
    }),
    notCovered: text.tell('search_not_covered', { address: '{address}' }),
    one: text.tell('search_found_one', { count: '{count}' }),
    other: text.tell('search_found_other', { count: '{count}' }),
    capped: text.tell('search_capped', { shown: '{shown}', count: '{count}' }),
    none: text.tell('search_none', { query: '{query}' }),
    loading: text.tell('search_loading'),
    failed: text.tell('search_failed'),
    states: Object.fromEntries(ENTRY_STATES.map((each) => [each, text.tell(`state_${each}`)])),
    grounds: Object.fromEntries(
      Object.entries(GROUNDS_TEXTS).map(([ground, texts]) => [ground, text.say(texts.name)]),
    ),
    // Both end in a slash; the script adds what it knows.
    assets: toFile('assets/'),
    entries: toPage('entries/'),
  };
  return (
    <section class="search" aria-labelledby="search-heading">
      <h2 id="search-heading">{text.tell('search_heading')}</h2>
      <noscript>
        <p class="note">{text.tell('search_noscript')}</p>
      </noscript>
      <search>
        <form id="search" hidden data-words={JSON.stringify(words)}>
          <label for="query">{text.tell('search_label')}</label>
          <div class="field">
            <input
              id="query"
              type="search"
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              maxLength={2048}
              aria-describedby="search-hint"
            />
            <button type="submit">{text.say('lookup_button')}</button>
          </div>
          <p class="small" id="search-hint">
            {text.tell('search_hint')}
          </p>
        </form>
      </search>
      <p id="search-status" role="status" />
      <ul id="search-results" class="results" />
      {name !== 'entries.html' && (
        <p>
          <a href={toPage('entries.html')}>{text.tell('search_all')}</a>
        </p>
      )}
    </section>
  );
}
