import { GROUNDS_TEXTS } from '../ui/name-grounds.ts';
import { OutLink } from './out-link.tsx';
import { countRelease } from './release-numbers.ts';
import { Row, Rows } from './rows.tsx';
import { showPlain } from './show-plain.ts';
import type { SitePage } from './site-page.ts';

/** So many organisations are named; all are in `organisations.json`. */
const NAMED_ORGANISATIONS = 8;

/** The release in numbers. */
export function NumbersSection({ page }: { readonly page: SitePage }) {
  const { text, release, organisations } = page;
  const numbers = countRelease(release);
  return (
    <section class="label" aria-labelledby="numbers">
      <h2 id="numbers">{text.tell('numbers_heading')}</h2>
      <Rows>
        <Row name={text.tell('number_entries')}>{text.number(numbers.entries)}</Row>
        <Row name={text.tell('number_hosts')}>{text.number(numbers.hosts)}</Row>
        <Row name={text.tell('number_paths')}>{text.number(numbers.paths)}</Row>
        <Row name={text.tell('number_evidence')}>{text.number(numbers.evidence)}</Row>
        <Row name={text.tell('number_organisations')}>
          {text.number(numbers.organisations.length)}
        </Row>
      </Rows>
      <h3>{text.tell('numbers_states')}</h3>
      <Rows>
        {numbers.states.map(([state, number]) => (
          <Row key={state} name={text.tell(`state_${state}`)}>
            {text.number(number)}
          </Row>
        ))}
      </Rows>
      <h3>{text.tell('numbers_grounds')}</h3>
      <Rows>
        {numbers.grounds.map(([ground, number]) => (
          <Row key={ground} name={text.say(GROUNDS_TEXTS[ground].name)}>
            {text.number(number)}
          </Row>
        ))}
      </Rows>
      <p class="small">{text.tell('numbers_grounds_note')}</p>
      <h3>{text.tell('most_quoted')}</h3>
      <Rows>
        {numbers.organisations.slice(0, NAMED_ORGANISATIONS).map(([id, number]) => {
          const organisation = organisations.get(id);
          const name = organisation ? (
            <OutLink href={organisation.site}>{showPlain(organisation.name)}</OutLink>
          ) : (
            text.say('organisation_unknown', showPlain(id))
          );
          return (
            <Row key={id} name={name}>
              {text.number(number)}
            </Row>
          );
        })}
      </Rows>
    </section>
  );
}
