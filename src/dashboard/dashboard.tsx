import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { useText } from '../ui/text-context.ts';
import type { DashboardSource } from './dashboard-source.ts';
import { FollowPage } from './follow-page.tsx';
import { ListsPage } from './lists-page.tsx';
import { OfferPage } from './offer-page.tsx';
import type { PageParts } from './page-parts.ts';
import type { Route } from './parse-route.ts';
import { useRoute } from './use-route.ts';

/** Pages of the dashboard, as its navigation offers them. */
const PAGES = [
  { hash: '#lists', name: 'dashboard_lists', kinds: ['lists'] },
  { hash: '#follow', name: 'dashboard_follow', kinds: ['follow', 'offer', 'unreadable-offer'] },
] as const satisfies readonly { kinds: readonly Route['kind'][]; [other: string]: unknown }[];

/** The whole dashboard: navigation, what was just done, and the page that the address names. */
export function Dashboard({ source }: { readonly source: DashboardSource }) {
  const text = useText();
  const route = useRoute();
  const [said, announce] = useState('');
  const [changes, noteChange] = useReducer<number, void>((count) => count + 1, 0);
  const main = useRef<HTMLElement>(null);
  const page = PAGES.find(({ kinds }) => kinds.some((kind) => kind === route.kind)) ?? PAGES[0];
  const name = text.say(page.name);
  useTitle(`${name} · ${text.say('extension_name')}`);
  useFocusOnMove(route.kind, main);
  return (
    <>
      <header>
        <span class="product">{text.say('extension_name')}</span>
        <nav aria-label={text.say('dashboard_nav')}>
          {PAGES.map((each) => (
            <a
              key={each.hash}
              href={each.hash}
              aria-current={each === page ? 'page' : undefined}
              onClick={() => announce('')}
            >
              {text.say(each.name)}
            </a>
          ))}
        </nav>
      </header>
      <main ref={main} tabIndex={-1} aria-labelledby="page-name">
        <h1 id="page-name">{name}</h1>
        <p role="status" class="said">
          {said}
        </p>
        <PageOf {...{ route, changes, source, announce, noteChange, main }} />
      </main>
    </>
  );
}

interface PageOfProps extends PageParts {
  readonly route: Route;
  /** How often the lists changed behind their page. */
  readonly changes: number;
}

function PageOf({ route, changes, ...parts }: PageOfProps) {
  switch (route.kind) {
    case 'lists':
      return <ListsPage key={changes} {...parts} />;
    case 'follow':
      return <FollowPage isUnreadable={false} />;
    case 'unreadable-offer':
      return <FollowPage isUnreadable={true} />;
    case 'offer': {
      const { offer } = route;
      const key = `${offer.address} ${offer.rootDigest}`;
      // One that is pasted over another starts anew: it must not inherit what was fetched.
      return <OfferPage key={key} offer={offer} {...parts} />;
    }
    default:
      return route satisfies never;
  }
}

function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** A reader who moves to another page by link starts at its top, as with a new document. */
function useFocusOnMove(place: string, main: { readonly current: HTMLElement | null }): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) main.current?.focus();
    isFirst.current = false;
  }, [place]);
}
