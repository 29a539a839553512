/**
 * The look of the pages: the palette of `src/ui/theme.css` (a test holds the two together), a wide
 * and a narrow form, and one for paper.
 */
export const SITE_STYLE = `:root {
  --paper: #fbfaf6;
  --card: #ffffff;
  --ink: #14233b;
  --soft: #43526a;
  --rule: #14233b;
  --hair: #c9cfd9;
  --link: #0b4f9e;
  --amber: #f2b13a;
  --caution: #fdf1d7;
  --note: #e8eef7;
  --focus: #0b4f9e;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
  --paper: #0c1422;
  --card: #131e31;
  --ink: #e9eef7;
  --soft: #b3bfd1;
  --rule: #8fa3c4;
  --hair: #33435f;
  --link: #8fbcff;
  --caution: #3a2d10;
  --note: #1d2b45;
  --focus: #8fbcff;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-block-start: 1rem; }
body {
  margin: 0 auto;
  max-inline-size: 68rem;
  padding: 0 1.25rem 2rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem / 1.55 system-ui, sans-serif;
  overflow-wrap: break-word;
}
h1, h2, h3, p, ul, dl, dd, blockquote, pre { margin: 0; padding: 0; }
p, ul, dl, details, blockquote, table, pre, form { margin-block-start: 0.75rem; }
h1 { margin-block-start: 1.5rem; font-size: 2rem; line-height: 1.15; letter-spacing: -0.02em; overflow-wrap: anywhere; }
h2 { font-size: 1.3rem; line-height: 1.25; overflow-wrap: anywhere; }
h3 { margin-block-start: 1.1rem; font-size: 1.05rem; line-height: 1.3; overflow-wrap: anywhere; }
main p, main dl, main dd, main blockquote, main pre, main ul:not(.scopes) { max-inline-size: 46rem; }
section { margin-block-start: 2rem; }
section > :first-child, .caution > :first-child, .note > :first-child { margin-block-start: 0; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
main:focus { outline: none; }
code, pre { font: 0.9em / 1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
pre { padding: 0.6rem 0.75rem; background: var(--note); white-space: pre-wrap; }
blockquote { padding-inline-start: 0.9rem; border-inline-start: 3px solid var(--hair); white-space: pre-line; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -4rem; padding: 0.5rem 1rem; background: var(--card); border: 2px solid var(--rule); }
.skip:focus { inset-block-start: 0.5rem; z-index: 1; }
body > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 2rem; padding-block: 0.9rem 0.6rem; border-block-end: 6px solid var(--rule); }
.site-name { margin: 0; font-weight: 700; letter-spacing: -0.01em; }
nav { flex: 1; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0; padding: 0; list-style: none; }
nav a { display: inline-block; padding-block: 0.2rem; }
nav a[aria-current] { color: var(--ink); font-weight: 700; text-decoration-thickness: 3px; text-underline-offset: 0.3em; }
.language { margin-inline-start: auto; }
.pager { margin-block-start: 1.5rem; }
.lead { font-size: 1.15rem; line-height: 1.5; }
.small { color: var(--soft); font-size: 0.9rem; font-weight: 400; }
.caution, .note { padding: 0.75rem 1rem; border-inline-start: 4px solid var(--amber); background: var(--caution); }
.note { border-color: var(--link); background: var(--note); }
.tag { display: inline-block; padding: 0.1rem 0.6rem; border: 2px solid var(--rule); border-radius: 0.3rem; background: var(--card); font-weight: 700; }
.tag-listed, .tag-appealed { border-inline-start: 0.6rem solid var(--amber); }
.search { padding: 1rem 1.25rem 1.1rem; background: var(--card); border: 2px solid var(--rule); border-radius: 0.35rem; }
label { display: block; }
.field { display: flex; gap: 0.5rem; margin-block-start: 0.3rem; }
input { flex: 1; min-inline-size: 0; }
input, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--rule); border-radius: 0.3rem; padding: 0.4rem 0.75rem; min-block-size: 2.75rem; }
button { cursor: pointer; font-weight: 600; }
button:hover { text-decoration: underline; }
dd button, section > button { min-block-size: 2rem; margin-block-start: 0.4rem; padding-block: 0.15rem; background: var(--card); font-size: 0.9rem; }
#search-status:empty { margin: 0; }
#search-results:empty { display: none; }
.results { padding-inline-start: 1.2rem; }
.results .small { display: block; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.25rem; margin-block-start: 2rem; align-items: start; }
.columns > section, .columns > div > :first-child { margin: 0; }
.columns > div > * + * { margin-block-start: 1.25rem; }
.label { padding: 1rem 1.25rem; background: var(--card); border: 2px solid var(--rule); border-radius: 0.35rem; }
.label h3 { margin-block-start: 1.25rem; padding-block-start: 0.75rem; border-block-start: 1px solid var(--rule); }
.rows > div { display: flex; justify-content: space-between; gap: 1rem; padding-block: 0.3rem; border-block-end: 1px solid var(--hair); }
.rows dt { flex: none; max-inline-size: 65%; font-weight: 400; color: var(--soft); }
.rows dd { min-inline-size: 0; font-weight: 600; text-align: end; overflow-wrap: anywhere; }
dt { font-weight: 600; }
dl:not(.rows) > div + div, .follow dt + dd + dt { margin-block-start: 0.6rem; }
.follow dt { margin-block-start: 0.6rem; }
ul { padding-inline-start: 1.3rem; }
li + li { margin-block-start: 0.3rem; }
nav li + li { margin: 0; }
.items > li + li { margin-block-start: 0.7rem; }
.items p, .items details { margin-block-start: 0.15rem; }
.group { margin-block-start: 1.25rem; }
.scopes { columns: 20rem; column-gap: 2rem; }
.scopes li { break-inside: avoid; }
.commitment { margin-block-start: 1.25rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--hair); }
table { inline-size: 100%; border-collapse: collapse; }
th, td { padding: 0.5rem 0.75rem 0.5rem 0; text-align: start; vertical-align: top; border-block-end: 1px solid var(--hair); }
thead th { border-block-end: 2px solid var(--rule); }
tbody th { font-weight: 600; }
.hosts { display: block; color: var(--soft); font-size: 0.9rem; font-weight: 400; overflow-wrap: anywhere; }
.entries th:first-child { inline-size: 34%; }
body > footer { margin-block-start: 3rem; padding-block-start: 0.6rem; border-block-start: 2px solid var(--rule); color: var(--soft); font-size: 0.9rem; }
@media (max-width: 40rem) {
  body { padding-inline: 1rem; }
  h1 { font-size: 1.6rem; }
  .entries, .entries tbody, .entries tr, .entries th, .entries td { display: block; }
  .entries thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .entries tr { padding-block: 0.6rem; border-block-end: 1px solid var(--hair); }
  .site-name { inline-size: 100%; }
  .entries tbody th:first-child, .entries td { inline-size: auto; padding: 0.1rem 0; border: 0; }
  .entries td::before { content: attr(data-column) ': '; color: var(--soft); }
  :lang(fr) .entries td::before { content: attr(data-column) '\\00a0: '; }
}
@media (forced-colors: active) {
  .tag-listed, .tag-appealed { border-inline-start-color: Highlight; }
}
@media print {
  :root { --paper: #ffffff; --card: #ffffff; --ink: #000000; --soft: #333333; --link: #000000; --hair: #999999; --rule: #000000; color-scheme: light; }
  body { max-inline-size: none; padding: 0; font-size: 10.5pt; }
  nav, .skip, .search, button { display: none; }
  h2, h3 { break-after: avoid; }
  li, tr, .rows > div { break-inside: avoid; }
  main a[href^='http']::after { content: ' <' attr(href) '>'; font-size: 0.85em; overflow-wrap: anywhere; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
`;
