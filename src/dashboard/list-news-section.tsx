import type { ListStatus, NewsEntry } from '../messages/list-status.ts';
import { OutsideLink } from '../ui/outside-link.tsx';
import { useText } from '../ui/text-context.ts';
import { countNews } from './keep-news.ts';

/** What changed in the list since the reader last looked, by name. */
export function ListNewsSection({ list }: { readonly list: ListStatus }) {
  const text = useText();
  const { news, address } = list;
  // The public pages of a release: French ones lie in a folder of their own.
  const pages = address && address + (text.language.startsWith('fr') ? 'fr/' : '');
  const count = countNews(news);
  if (count === 0) return null;
  return (
    <details class="news" open>
      <summary>{text.count('news_heading', count)}</summary>
      {news.since !== undefined && (
        <p class="small">{text.say('news_since', String(news.since))}</p>
      )}
      <NewsGroup heading={text.say('news_added')} entries={news.added} pages={pages} />
      {/* Without links: the page of an entry may have gone with it. */}
      <NewsGroup heading={text.say('news_removed')} entries={news.removed} pages={undefined} />
      <NewsGroup heading={text.say('news_changed')} entries={news.changed} pages={pages} />
      {news.more > 0 && <p>{text.count('news_more', news.more)}</p>}
      {pages !== undefined && (
        <p>
          <OutsideLink href={`${pages}changelog.html`}>{text.say('news_changelog')}</OutsideLink>
        </p>
      )}
    </details>
  );
}

interface GroupProps {
  readonly heading: string;
  readonly entries: readonly NewsEntry[];
  /** Where the public pages lie that explain each entry. */
  readonly pages: string | undefined;
}

function NewsGroup({ heading, entries, pages }: GroupProps) {
  if (entries.length === 0) return null;
  return (
    <section>
      <h3>{heading}</h3>
      <ul>
        {entries.map(({ slug, name }) => (
          <li key={slug} dir="auto">
            {pages === undefined ? (
              name
            ) : (
              <OutsideLink href={`${pages}entries/${encodeURIComponent(slug)}.html`}>
                {name}
              </OutsideLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
