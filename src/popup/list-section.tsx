import type { Entry } from '../list/entry.ts';
import type { ShownList } from '../messages/described-address.ts';
import { useText } from '../ui/text-context.ts';
import { nameList } from './name-list.ts';

interface Props {
  readonly list: ShownList;
  /** Where it can be read. */
  readonly entry?: Entry;
}

/** Who says it, in which version, and until when it holds. */
export function ListSection({ list, entry }: Props) {
  const text = useText();
  const version = String(list.version);
  const rows = [
    [text.say('list_name'), nameList(list, text)],
    [
      text.say('list_version'),
      text.say('list_version_published', version, text.day(list.publishedOn)),
    ],
    ...(entry === undefined
      ? []
      : [
          [text.say('list_listed_since'), text.day(entry.listed)],
          [text.say('list_reviewed'), text.day(entry.reviewed)],
          [text.say('list_lapses'), text.day(entry.reviewBy)],
        ]),
  ];
  return (
    <section>
      <h3>{text.say('list_heading')}</h3>
      <dl class="rows">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
