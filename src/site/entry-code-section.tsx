import type { Role } from '../code-of-practice/commitments-for.ts';
import type { Grounds } from '../list/entry.ts';
import { chooseText } from '../ui/localised-text.ts';
import type { MessageKey } from '../ui/text.ts';
import { addressOf, type ExplainedCommitment } from './explain-code.ts';
import { OutLink } from './out-link.tsx';
import type { SitePage } from './site-page.ts';

const ROLE_TEXTS: Readonly<Record<Role, MessageKey>> = {
  'ad-seller': 'code_role_ad_seller',
  'ad-buyer': 'code_role_ad_buyer',
  platform: 'code_role_platform',
};

interface Props {
  readonly page: SitePage;
  readonly grounds: readonly Grounds[];
}

/** What signatories of the Code promised about such sources, and the law beside it. */
export function EntryCodeSection({ page, grounds }: Props) {
  const { text, code } = page;
  const commitments = code.explainCommitments(grounds);
  const laws = code.explainLaws(grounds);
  return (
    <>
      {commitments.length > 0 && (
        <section aria-labelledby="code">
          <h2 id="code">{text.tell('code_heading')}</h2>
          <p>
            {text.say('code_binds')} {text.say('code_names_no_sites')}
          </p>
          {commitments.map((each) => (
            <CommitmentBlock key={each.commitment.number} page={page} explained={each} />
          ))}
          {commitments.some(hasUnverified) && (
            <p class="small">{text.say('code_unverified_meaning')}</p>
          )}
        </section>
      )}
      {laws.length > 0 && (
        <section aria-labelledby="law">
          <h2 id="law">{text.say('law_heading')}</h2>
          {laws.map((law) => (
            <div key={law.id}>
              <p>{chooseText(law.summary, text)}</p>
              {law.note !== undefined && <p class="note">{chooseText(law.note, text)}</p>}
              <p class="small">
                <OutLink href={law.text}>{chooseText(law.act, text)}</OutLink>
              </p>
            </div>
          ))}
        </section>
      )}
    </>
  );
}

function hasUnverified({ measures }: ExplainedCommitment): boolean {
  return measures.some(({ certainty }) => certainty !== 'high');
}

interface BlockProps {
  readonly page: SitePage;
  readonly explained: ExplainedCommitment;
}

function CommitmentBlock({ page, explained }: BlockProps) {
  const { text } = page;
  const { commitment, measures, roles, reach, isVerified } = explained;
  const title = chooseText(commitment.title, text);
  return (
    <div class="commitment">
      <h3>{text.say('code_commitment', String(commitment.number), title)}</h3>
      <p>{chooseText(commitment.summary, text)}</p>
      <p>
        {text.say('code_asked', text.list(roles.map((role) => text.say(ROLE_TEXTS[role]))))}
        {reach === 'when-advertised' && ` ${text.say('code_when_advertised')}`}
      </p>
      {measures.length > 0 && (
        <dl>
          {measures.map(({ id, summary, certainty, note }) => (
            <div key={id}>
              <dt>{text.say('code_measure', id)}</dt>
              <dd>
                {chooseText(summary, text)}
                {certainty !== 'high' && ` ${text.say('code_unverified')}`}
              </dd>
              {note !== undefined && <dd class="small">{chooseText(note, text)}</dd>}
            </div>
          ))}
        </dl>
      )}
      <p class="small">
        {!isVerified && `${text.say('code_number_unverified')} `}
        <OutLink href={addressOf(explained, text.code)}>{text.say('code_official_text')}</OutLink>
      </p>
    </div>
  );
}
