import type { CompiledEntry } from '../list/compiled-list.ts';
import { showPlain } from './show-plain.ts';
import type { SitePage } from './site-page.ts';

interface Props {
  readonly page: SitePage;
  readonly entry: CompiledEntry;
}

/** Every scope of an entry; as text, because nobody needs to be led there. */
export function EntryScopesSection({ page, entry }: Props) {
  const { text } = page;
  const hosts = entry.scopes.filter((scope) => !scope.includes('/'));
  const paths = entry.scopes.filter((scope) => scope.includes('/'));
  return (
    <section aria-labelledby="scopes">
      <h2 id="scopes">{text.tell('scopes_heading')}</h2>
      <ScopeList page={page} entry={entry} heading={text.tell('scopes_hosts')} scopes={hosts} />
      <ScopeList page={page} entry={entry} heading={text.tell('scopes_paths')} scopes={paths} />
    </section>
  );
}

interface ListProps extends Props {
  readonly heading: string;
  readonly scopes: readonly string[];
}

function ScopeList({ page, entry, heading, scopes }: ListProps) {
  if (scopes.length === 0) return null;
  const originals = typeof entry.posesAs === 'object' ? entry.posesAs : {};
  return (
    <>
      <h3>{heading}</h3>
      <ul class="scopes">
        {scopes.map((scope) => (
          <li key={scope}>
            <ScopeText page={page} scope={scope} original={originals[scope]} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ScopeText({
  page,
  scope,
  original,
}: {
  readonly page: SitePage;
  readonly scope: string;
  readonly original: string | undefined;
}) {
  if (original === undefined) return <code>{showPlain(scope)}</code>;
  const host = showPlain(original);
  const rest = page.text.tell('scope_imitates', { scope: '', host });
  return (
    <>
      <code>{showPlain(scope)}</code>
      {rest}
    </>
  );
}
