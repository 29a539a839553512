import type { Role } from '../code-of-practice/commitments-for.ts';
import { chooseText } from '../ui/localised-text.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import type { MessageKey } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import type { CommitmentGroup } from './group-commitments.ts';

const ROLE_TEXTS: Readonly<Record<Role, MessageKey>> = {
  'ad-seller': 'code_role_ad_seller',
  'ad-buyer': 'code_role_ad_buyer',
  platform: 'code_role_platform',
};

/** One commitment in plain words, who is asked, and the measures that apply. */
export function CommitmentBlock({ asked }: { readonly asked: CommitmentGroup }) {
  const text = useText();
  const { measures } = asked;
  const title = chooseText(asked.title, text);
  return (
    <div class="commitment">
      <h4>{text.say('code_commitment', String(asked.commitment), title)}</h4>
      <p>{chooseText(asked.summary, text)}</p>
      <p>
        {text.say('code_asked', text.list(asked.roles.map((role) => text.say(ROLE_TEXTS[role]))))}
        {asked.reach === 'when-advertised' && ` ${text.say('code_when_advertised')}`}
      </p>
      {measures.length > 0 && (
        <details>
          <summary>{text.count('code_measures', measures.length)}</summary>
          <dl>
            {measures.map(({ id, summary, isVerified, note }) => (
              <div key={id}>
                <dt>{text.say('code_measure', id)}</dt>
                <dd>
                  {chooseText(summary, text)}
                  {!isVerified && ` ${text.say('code_unverified')}`}
                </dd>
                {note !== undefined && <dd class="small">{chooseText(note, text)}</dd>}
              </div>
            ))}
          </dl>
          {measures.some(({ isVerified }) => !isVerified) && (
            <p class="small">{text.say('code_unverified_meaning')}</p>
          )}
        </details>
      )}
      {!asked.isVerified && <p class="small">{text.say('code_number_unverified')}</p>}
      <p class="small">
        <OutsideLink href={asked.url}>{text.say('code_official_text')}</OutsideLink>
      </p>
    </div>
  );
}
