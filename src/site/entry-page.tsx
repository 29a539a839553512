import type { CompiledEntry } from '../list/compiled-list.ts';
import { GROUNDS_TEXTS } from '../ui/name-grounds.ts';
import type { MessageKey } from '../ui/text.ts';
import { copyWords } from './copy-words.ts';
import { EntryCodeSection } from './entry-code-section.tsx';
import { EntryEvidenceSection } from './entry-evidence-section.tsx';
import { EntryScopesSection } from './entry-scopes-section.tsx';
import { type EntryState, isInForce, judgeState } from './entry-state.ts';
import { OutLink } from './out-link.tsx';
import { PageShell } from './page-shell.tsx';
import { Row, Rows } from './rows.tsx';
import { showParagraphs, showPlain } from './show-plain.ts';
import { describeEntryEvidence, type SitePage } from './site-page.ts';

const KIND_TEXTS: Readonly<Record<CompiledEntry['kind'], MessageKey>> = {
  publisher: 'kind_publisher',
  network: 'kind_network',
  impersonator: 'kind_impersonator',
};

interface Props {
  readonly page: SitePage;
  readonly entry: CompiledEntry;
}

/** One source: why it is listed, on what evidence, what follows, and what it says itself. */
export function EntryPage({ page, entry }: Props) {
  const { text, release } = page;
  const name = showPlain(entry.name);
  const { posesAs } = entry;
  const state = judgeState(entry, release.today);
  const isOn = isInForce(state);
  return (
    <PageShell page={page} title={name} scripts={['page.js']}>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      <StateLine page={page} entry={entry} state={state} />
      <p class="lead">{describeEntryEvidence(entry, page)}</p>
      {typeof posesAs === 'string' && (
        <p>{text.tell('entry_imitates', { host: showPlain(posesAs) })}</p>
      )}
      <p class="caution">{text.tell('reading_text')}</p>
      <section aria-labelledby="grounds">
        <h2 id="grounds">{isOn ? text.say('grounds_heading') : text.tell('grounds_given')}</h2>
        <dl>
          {entry.grounds.map((ground) => (
            <div key={ground}>
              <dt>{text.say(GROUNDS_TEXTS[ground].name)}</dt>
              <dd>{text.say(GROUNDS_TEXTS[ground].sentence)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {entry.reply !== undefined && <ReplySection reply={entry.reply} page={page} />}
      <EntryEvidenceSection page={page} entry={entry} />
      <EntryScopesSection page={page} entry={entry} />
      {/* Nobody is asked anything about a source that is not flagged. */}
      {isOn && <EntryCodeSection page={page} grounds={entry.grounds} />}
      <FactsSection page={page} entry={entry} />
      <WrongSection page={page} entry={entry} />
    </PageShell>
  );
}

function StateLine({ page, entry, state }: Props & { readonly state: EntryState }) {
  const { text } = page;
  const meanings: Readonly<Partial<Record<EntryState, string>>> = {
    appealed: text.say('contested_text'),
    suspended: text.tell('state_suspended_text'),
    removed: text.tell('state_removed_text'),
    lapsed: text.tell('state_lapsed_text', { day: text.day(entry.reviewBy) }),
  };
  const meaning = meanings[state];
  return (
    <>
      <p>
        <span class={`tag tag-${state}`}>{text.tell(`state_${state}`)}</span>
      </p>
      {meaning !== undefined && <p class="note">{meaning}</p>}
      {/* Shown by a script on the reader's own day: nobody may come to make the page anew. */}
      {isInForce(state) && (
        <p class="note" hidden data-until={entry.reviewBy}>
          {text.tell('state_lapsed_since', { day: text.day(entry.reviewBy) })}
        </p>
      )}
    </>
  );
}

function ReplySection({
  reply,
  page,
}: {
  reply: NonNullable<CompiledEntry['reply']>;
  page: SitePage;
}) {
  const { text } = page;
  const proof = text.say(reply.proof === 'dns' ? 'reply_proof_dns' : 'reply_proof_well_known');
  return (
    <section aria-labelledby="reply">
      <h2 id="reply">{text.say('reply_heading')}</h2>
      <blockquote dir="auto">{showParagraphs(reply.text)}</blockquote>
      <p class="small">
        {text.say('reply_facts', text.day(reply.date), proof)}{' '}
        <OutLink href={reply.url}>{text.say('reply_whole')}</OutLink>
      </p>
    </section>
  );
}

function FactsSection({ page, entry }: Props) {
  const { text } = page;
  const { languages = [] } = entry;
  const days = [
    ['list_listed_since', entry.listed],
    ['list_reviewed', entry.reviewed],
    ['list_lapses', entry.reviewBy],
  ] as const;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{text.tell('entry_facts')}</h2>
      <Rows>
        {days.map(([key, day]) => (
          <Row key={key} name={text.say(key)}>
            <time datetime={day}>{text.day(day)}</time>
          </Row>
        ))}
        <Row name={text.tell('entry_kind')}>{text.say(KIND_TEXTS[entry.kind])}</Row>
        {entry.country !== undefined && (
          <Row name={text.tell('entry_country')}>{text.region(entry.country)}</Row>
        )}
        {languages.length > 0 && (
          <Row name={text.tell('entry_languages')}>{text.list(languages.map(text.tongue))}</Row>
        )}
      </Rows>
    </section>
  );
}

function WrongSection({ page, entry }: Props) {
  const { text, release, toPage } = page;
  const facts = [
    text.say('facts_list', release.list.list.id, String(release.list.version)),
    text.say('facts_entry', entry.slug),
  ].join('\n');
  return (
    <section aria-labelledby="wrong">
      <h2 id="wrong">{text.say('wrong_heading')}</h2>
      <p>{text.tell('wrong_text')}</p>
      <pre {...copyWords(text)}>{facts}</pre>
      <p>
        <a href={`${toPage('policy.html')}#dispute`}>{text.tell('wrong_link')}</a>
      </p>
    </section>
  );
}
