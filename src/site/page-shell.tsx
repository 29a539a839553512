import type { ComponentChildren } from 'preact';
import { LicenceLink } from './licence-link.tsx';
import { showPlain } from './show-plain.ts';
import { placePage, type SitePage } from './site-page.ts';
import { LANGUAGES } from './site-text.ts';
import type { SiteKey } from './texts/en.ts';

/** Nothing but the site's own files; no form leads anywhere. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** The label of the toolbar icon. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 2h6.4l5.6 5.8L7.9 14 2 8.2z' fill='%23f2b13a' stroke='%2314233b' stroke-width='1.5' stroke-linejoin='round'/%3E%3C/svg%3E";

const NAVIGATION: readonly (readonly [string, SiteKey])[] = [
  ['index.html', 'nav_overview'],
  ['entries.html', 'nav_entries'],
  ['policy.html', 'nav_policy'],
  ['changelog.html', 'nav_changelog'],
];

interface Props {
  readonly page: SitePage;
  readonly title: string;
  readonly children: ComponentChildren;
  /** Files under `assets/`, in the order in which they run. */
  readonly scripts?: readonly string[];
}

/** The frame of every page: head, navigation, the link to its twin, foot. */
export function PageShell({ page, title, children, scripts = [] }: Props) {
  const { text, release, name, toFile, toPage } = page;
  const list = showPlain(page.title);
  const isFirst = name === 'index.html';
  const { version, publishedOn } = release.list;
  return (
    <html lang={text.code}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{isFirst ? list : text.tell('page_title', { page: title, list })}</title>
        <link rel="icon" href={ICON} />
        <link rel="stylesheet" href={toFile('assets/site.css')} />
        {LANGUAGES.map((language) => (
          <link
            key={language}
            rel="alternate"
            hreflang={language}
            href={toFile(placePage(language, name))}
          />
        ))}
        <link
          rel="alternate"
          type="application/atom+xml"
          href={toFile('changelog.atom')}
          title={text.tell('changelog_heading')}
        />
        {scripts.map((script) => (
          <script key={script} defer src={toFile(`assets/${script}`)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {text.tell('skip')}
        </a>
        <header>
          <p class="site-name">{list}</p>
          <nav aria-label={text.tell('nav_label')}>
            <ul>
              {NAVIGATION.map(([target, key]) => (
                <li key={target}>
                  <a href={toPage(target)} aria-current={target === name ? 'page' : undefined}>
                    {text.tell(key)}
                  </a>
                </li>
              ))}
              {LANGUAGES.filter((language) => language !== text.code).map((language) => (
                <li key={language} class="language">
                  <a href={toFile(placePage(language, name))} lang={language} hreflang={language}>
                    {text.tell('other_language')}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <footer>
          <p>
            {list} · {text.say('list_version')} {text.number(version)} ·{' '}
            <time datetime={publishedOn}>{text.day(publishedOn)}</time> ·{' '}
            <LicenceLink licence={release.list.list.licence} />
          </p>
          <p>{text.tell('page_footer_source')}</p>
        </footer>
      </body>
    </html>
  );
}
