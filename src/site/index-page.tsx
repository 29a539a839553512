import { findLastDay } from '../ui/list-freshness.ts';
import { FilesSection } from './files-section.tsx';
import { FollowSection } from './follow-section.tsx';
import { LicenceLink } from './licence-link.tsx';
import { NumbersSection } from './numbers-section.tsx';
import { OutLink } from './out-link.tsx';
import { PageShell } from './page-shell.tsx';
import { Row, Rows } from './rows.tsx';
import { SEARCH_SCRIPTS, SearchSection } from './search-section.tsx';
import { showPlain } from './show-plain.ts';
import type { SitePage } from './site-page.ts';

/** What the list is, whose it is, what it holds, and how to follow it. */
export function IndexPage({ page }: { readonly page: SitePage }) {
  const { text, release } = page;
  const title = showPlain(page.title);
  return (
    <PageShell page={page} title={title} scripts={[...SEARCH_SCRIPTS, 'page.js']}>
      <h1>{title}</h1>
      <p class="lead">{text.tell('index_lead')}</p>
      <SearchSection page={page} />
      <section class="caution" aria-labelledby="reading">
        <h2 id="reading">{text.tell('reading_heading')}</h2>
        <p>{text.tell('reading_text')}</p>
        <p>{text.tell('reading_code')}</p>
        <p>{text.tell('reading_not_listed')}</p>
      </section>
      <div class="columns">
        <div>
          <FactsSection page={page} />
          <FollowSection text={text} rootDigest={release.rootDigest} />
        </div>
        <NumbersSection page={page} />
      </div>
      <FilesSection page={page} />
    </PageShell>
  );
}

function FactsSection({ page }: { readonly page: SitePage }) {
  const { text, release } = page;
  const { list: info, version, publishedOn } = release.list;
  const { publisher } = info;
  // Readers count from the day on which it was last signed as current, a renewal too.
  const lastDay = findLastDay(release.today, info.maxStaleDays);
  return (
    <section class="label" aria-labelledby="facts">
      <h2 id="facts">{text.tell('facts_heading')}</h2>
      <Rows>
        <Row name={text.tell('fact_publisher')}>
          {publisher === undefined && text.tell('fact_publisher_unnamed')}
          {publisher !== undefined && (
            <OutLinkOrText href={publisher.url}>{showPlain(publisher.name)}</OutLinkOrText>
          )}
        </Row>
        {info.homePage !== undefined && (
          <Row name={text.tell('fact_home')}>
            <OutLink href={info.homePage}>{showPlain(info.homePage)}</OutLink>
          </Row>
        )}
        <Row name={text.tell('fact_licence')}>
          <LicenceLink licence={info.licence} />
        </Row>
        <Row name={text.tell('fact_version')}>{text.number(version)}</Row>
        <Row name={text.tell('fact_published')}>
          <time datetime={publishedOn}>{text.day(publishedOn)}</time>
        </Row>
        {lastDay !== undefined && (
          <Row name={text.tell('fact_believed')}>
            <time datetime={lastDay}>{text.day(lastDay)}</time>
          </Row>
        )}
      </Rows>
      <p class="small">{text.tell('fact_believed_note')}</p>
    </section>
  );
}

function OutLinkOrText({ href, children }: { href: string | undefined; children: string }) {
  return href === undefined ? <span>{children}</span> : <OutLink href={href}>{children}</OutLink>;
}
