import type { CompiledEntry } from '../list/compiled-list.ts';
import type { Evidence } from '../list/entry.ts';
import { labelEvidence } from '../list/evidence-label.ts';
import { type EvidenceGroup, groupByOrganisation, networksOn } from '../list/group-evidence.ts';
import type { Organisation } from '../list/organisation.ts';
import { EvidenceAge } from '../ui/evidence-age.tsx';
import { EVIDENCE_TEXTS, ORGANISATION_TEXTS } from '../ui/evidence-texts.ts';
import { OutLink } from './out-link.tsx';
import { showPlain } from './show-plain.ts';
import type { SitePage } from './site-page.ts';

/** So many scopes are named in a sentence; more are a list to be opened. */
const NAMED_SCOPES = 5;

interface Props {
  readonly page: SitePage;
  readonly entry: CompiledEntry;
}

/** The evidence by organisation, every item with its link and day. */
export function EntryEvidenceSection({ page, entry }: Props) {
  const { text, organisations, release } = page;
  const judges = new Set(entry.evidence.map(({ by }) => by));
  const known = [...judges].flatMap((id) => organisations.get(id) ?? []);
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{text.say('evidence_heading')}</h2>
      <EvidenceAge items={entry.evidence} today={release.today} text={text} />
      {groupByOrganisation(entry.evidence, known).map((group) => (
        <OrganisationGroup key={group.id} page={page} entry={entry} group={group} />
      ))}
    </section>
  );
}

function OrganisationGroup({
  page,
  entry,
  group,
}: Props & { readonly group: EvidenceGroup<Organisation> }) {
  const { text } = page;
  const { organisation, items } = group;
  // An id that the list does not describe may be any text.
  const heading = organisation ? `by-${organisation.id}` : undefined;
  return (
    <section class="group" aria-labelledby={heading}>
      <h3 id={heading}>
        {organisation === undefined ? (
          text.say('organisation_unknown', showPlain(group.id))
        ) : (
          <>
            <OutLink href={organisation.site}>{showPlain(organisation.name)}</OutLink>{' '}
            <span class="small">{text.say(ORGANISATION_TEXTS[organisation.kind])}</span>
          </>
        )}
      </h3>
      {organisation?.judges === 'message' && <p class="small">{text.say('evidence_cases')}</p>}
      <ul class="items">
        {[...items.entries()].map(([place, item]) => (
          // By its place, which is fixed: several items may have one address.
          <EvidenceItem
            key={place}
            page={page}
            item={item}
            organisation={organisation}
            scopes={entry.scopes}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly page: SitePage;
  readonly item: Evidence;
  readonly organisation: Organisation | undefined;
  /** Those of the whole entry. */
  readonly scopes: readonly string[];
}

function EvidenceItem({ page, item, organisation, scopes }: ItemProps) {
  const { text } = page;
  const label = text.say(EVIDENCE_TEXTS[labelEvidence(item, organisation ? [organisation] : [])]);
  const day = item.date === undefined ? text.say('evidence_undated') : text.day(item.date);
  const facts = [
    readHost(item.url),
    ...(item.date === undefined && item.seen !== undefined
      ? [text.say('evidence_transcribed', text.day(item.seen.date), showPlain(item.seen.in))]
      : []),
    ...networksOn(organisation, item.date).map((one) => text.say('organisation_member', one)),
  ];
  const about = item.scopes ?? [];
  return (
    <li>
      <OutLink href={item.url}>{text.say('evidence_item', label, day)}</OutLink>{' '}
      <span class="small">
        {facts.join(' · ')}
        {item.archive !== undefined && (
          <>
            {' · '}
            <OutLink href={item.archive}>{text.say('evidence_archive')}</OutLink>
          </>
        )}
      </span>
      {item.claim !== undefined && (
        // Written in English, whatever the reader's language (lists/README.md).
        <p class="claim" lang="en" dir="auto">
          {showPlain(item.claim)}
        </p>
      )}
      {item.mirrorOf !== undefined && (
        <p class="small">{text.tell('evidence_mirror', { scope: showPlain(item.mirrorOf) })}</p>
      )}
      {about.length < scopes.length && <About page={page} scopes={about} />}
    </li>
  );
}

/** Which of the entry's scopes an item speaks of, where that is not all of them. */
function About({ page, scopes }: { readonly page: SitePage; readonly scopes: readonly string[] }) {
  const { text } = page;
  if (scopes.length === 0) return null;
  if (scopes.length <= NAMED_SCOPES) {
    const named = text.list(scopes.map(showPlain));
    return <p class="small">{text.tell('evidence_about', { scopes: named })}</p>;
  }
  const count = text.number(scopes.length);
  return (
    <details class="small">
      <summary>{text.tell('evidence_about_many', { count })}</summary>
      <p>{scopes.map(showPlain).join(', ')}</p>
    </details>
  );
}

function readHost(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : '';
}
