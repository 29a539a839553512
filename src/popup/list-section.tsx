import { useText } from '../ui/text-context.ts';
import type { ListedFinding } from './popup-view.ts';

/** Who says it, in which version, and until when it holds. */
export function ListSection({ finding }: { readonly finding: ListedFinding }) {
  const text = useText();
  const { list, entry } = finding;
  const version = String(list.version);
  const rows = [
    [text.say('list_name'), list.title],
    [
      text.say('list_version'),
      text.say('list_version_published', version, text.day(list.publishedOn)),
    ],
    [text.say('list_listed_since'), text.day(entry.listed)],
    [text.say('list_reviewed'), text.day(entry.reviewed)],
    [text.say('list_lapses'), text.day(entry.reviewBy)],
  ] as const;
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
      {list.isDevelopment && <p class="caution">{text.say('list_development')}</p>}
    </section>
  );
}
