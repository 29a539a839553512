import type { ComponentChildren } from 'preact';
import { GROUNDS_TEXTS } from '../ui/name-grounds.ts';
import { OutLink } from './out-link.tsx';
import { PageShell } from './page-shell.tsx';
import type { SitePage } from './site-page.ts';
import type { SiteKey } from './texts/en.ts';

/** The list of this repository; what its first release rests on is told of no other. */
const OWN_LIST = 'demonitor';

const CONDITIONS: readonly SiteKey[] = [
  'needs_recognised',
  'needs_shown',
  'needs_dated',
  'needs_independent',
];
const STAYS_OUT: readonly SiteKey[] = [
  'out_politics',
  'out_satire',
  'out_known',
  'out_owner',
  'out_thin',
];
const WAYS: readonly (readonly [SiteKey, SiteKey])[] = [
  ['dispute_mistake', 'dispute_mistake_text'],
  ['dispute_appeal', 'dispute_appeal_text'],
  ['dispute_reply', 'dispute_reply_text'],
  ['dispute_owner', 'dispute_owner_text'],
  ['dispute_removed', 'dispute_removed_text'],
];

/** What it takes to be listed, and what anybody can do about an entry (after lists/README.md). */
export function PolicyPage({ page }: { readonly page: SitePage }) {
  const { text, release } = page;
  const { list: info } = release.list;
  const title = text.tell('policy_heading');
  const isOwn = info.id === OWN_LIST;
  return (
    <PageShell page={page} title={title}>
      <h1>{title}</h1>
      <p class="lead">{text.tell('policy_lead')}</p>
      {!isOwn && <p class="note">{text.tell('policy_elsewhere')}</p>}
      <p>{text.tell('reading_text')}</p>
      <Section id="needs" heading={text.tell('needs_heading')}>
        <p>{text.tell('needs_text')}</p>
        <ul>
          <li>{text.tell('needs_act')}</li>
          <li>
            {text.tellCount('needs_organisations', info.thresholds.independentOrganisations)}
            <ul>
              {CONDITIONS.map((key) => (
                <li key={key}>{text.tell(key)}</li>
              ))}
            </ul>
          </li>
        </ul>
        <p>{text.tell('needs_mirror')}</p>
        <p>{text.tell('needs_undated')}</p>
        <p>{text.tell('needs_law')}</p>
      </Section>
      <Section id="grounds" heading={text.tell('grounds_heading')}>
        <dl>
          {Object.entries(GROUNDS_TEXTS).map(([ground, texts]) => (
            <div key={ground}>
              <dt>{text.say(texts.name)}</dt>
              <dd>{text.say(texts.sentence)}</dd>
            </div>
          ))}
        </dl>
        <p>{text.tell('grounds_text')}</p>
      </Section>
      <Section id="stays-out" heading={text.tell('out_heading')}>
        <ul>
          {STAYS_OUT.map((key) => (
            <li key={key}>{text.tell(key)}</li>
          ))}
        </ul>
        <p>{text.tell('out_meaning')}</p>
      </Section>
      {isOwn && (
        <Section id="first-release" heading={text.tell('first_heading')}>
          <p class="caution">{text.tell('first_text')}</p>
        </Section>
      )}
      <Section id="propose" heading={text.tell('propose_heading')}>
        <p>{text.tell('propose_text')}</p>
        <p>{text.tell('propose_not')}</p>
      </Section>
      <Section id="dispute" heading={text.tell('dispute_heading')}>
        <p>{text.tell('dispute_where')}</p>
        {info.homePage === undefined ? (
          <p>{text.tell('dispute_no_home')}</p>
        ) : (
          <p>
            <OutLink href={info.homePage}>{text.tell('dispute_home')}</OutLink>
          </p>
        )}
        <dl>
          {WAYS.map(([name, meaning]) => (
            <div key={name}>
              <dt>{text.tell(name)}</dt>
              <dd>{text.tell(meaning)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="renewal" heading={text.tell('renewal_heading')}>
        <p>{text.tellCount('renewal_text', info.reviewDays)}</p>
        {isOwn && <p>{text.tell('renewal_means')}</p>}
        <p>{text.tell('renewal_owner')}</p>
      </Section>
    </PageShell>
  );
}

interface SectionProps {
  readonly id: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** A section that others link to. */
function Section({ id, heading, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}
