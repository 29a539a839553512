import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChangeReply, ListsStatus } from '../messages/list-status.ts';
import type { Text } from '../ui/text.ts';
import { useText } from '../ui/text-context.ts';
import type { DashboardSource } from './dashboard-source.ts';
import { describeFailure } from './describe-failure.ts';
import { hasNews, keepNews } from './keep-news.ts';
import { parseChangeReply, parseListsStatus } from './parse-replies.ts';

/** What the page knows of the lists. */
type ListsView =
  | { readonly kind: 'loading' }
  /** The worker gave no reply, or none that can be read. */
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'known'; readonly status: ListsStatus };

/** What a reader can do with the lists; titles are for saying what was done. */
export interface ListActions {
  readonly retry: () => void;
  readonly sync: (key?: string) => void;
  readonly enable: (key: string, isEnabled: boolean, title: string) => void;
  readonly move: (key: string, position: number, title: string) => void;
  readonly unfollow: (key: string, title: string) => void;
}

interface ListsState {
  readonly view: ListsView;
  readonly isSyncing: boolean;
  readonly actions: ListActions;
}

/** Reads the lists, again every second while one is being fetched, and changes them. */
export function useLists(source: DashboardSource, announce: (words: string) => void): ListsState {
  const text = useText();
  const [view, setView] = useState<ListsView>({ kind: 'loading' });
  const [isAsked, setIsAsked] = useState(false);
  /** Answers may overtake each other; only that to the last question may be shown. */
  const latestRead = useRef(0);
  const isRunning = view.kind === 'known' && view.status.running !== undefined;
  const isSyncing = isAsked || isRunning;

  const show = (reply: unknown): ListsStatus | undefined => {
    const status = parseListsStatus(reply);
    setView((before) => {
      if (status === undefined) return { kind: 'unanswered' };
      return {
        kind: 'known',
        status: before.kind === 'known' ? keepNews(before.status, status) : status,
      };
    });
    // Seen once it is drawn where somebody looks; a tab in the background shows it later.
    if (status?.lists.some(hasNews) && document.visibilityState === 'visible') {
      void source.ask('lists/news-seen', undefined);
    }
    return status;
  };

  const read = async (): Promise<void> => {
    latestRead.current += 1;
    const own = latestRead.current;
    const reply = await source.ask('lists/status', undefined);
    if (latestRead.current === own) show(reply);
  };

  const sync = async (key?: string): Promise<void> => {
    // The buttons stay in reach meanwhile, so that the focus does not fall off them.
    if (isSyncing) return;
    setIsAsked(true);
    announce(text.say('lists_syncing'));
    const reply = await source.ask('lists/sync', key === undefined ? {} : { key });
    // What was asked meanwhile is older than this.
    latestRead.current += 1;
    const status = show(reply);
    setIsAsked(false);
    announce(status === undefined ? '' : describeSync(status, key, text));
  };

  const change = async (asked: Promise<unknown>, done: string): Promise<void> => {
    announce(describeChange(parseChangeReply(await asked), done, text));
    await read();
  };

  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void read();
    };
    void read();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [source]);
  const isRepeated = isSyncing || isPreparing(view);
  useEffect(
    () => (isRepeated ? source.repeat(() => void read()) : undefined),
    [source, isRepeated],
  );

  return {
    view,
    isSyncing,
    actions: {
      retry: () => void read(),
      sync: (key) => void sync(key),
      enable: (key, isEnabled, title) =>
        void change(
          source.ask('lists/enable', { key, isEnabled }),
          text.say(isEnabled ? 'lists_turned_on' : 'lists_turned_off', title),
        ),
      move: (key, position, title) =>
        void change(
          source.ask('lists/move', { key, position }),
          text.say('lists_moved', title, text.number(position + 1), countLists(view, text)),
        ),
      unfollow: (key, title) =>
        void change(source.ask('lists/unfollow', { key }), text.say('lists_unfollowed', title)),
    },
  };
}

/** Right after the install the list that came with the package is still being put in force. */
function isPreparing(view: ListsView): boolean {
  return view.kind === 'known' && view.status.lists.length === 0 && !view.status.failure;
}

function describeSync({ lists, failure }: ListsStatus, key: string | undefined, text: Text) {
  const synced = lists.filter((list) => list.isEnabled && (key === undefined || list.key === key));
  const isWhole = failure === undefined && synced.every((list) => list.failure === undefined);
  if (!isWhole) return text.say('lists_synced_partly');
  // Nothing to worry about yet, but to say that nothing was refused would be untrue.
  const isLagging = synced.some((list) => list.isLagging === true);
  return text.say(isLagging ? 'lists_synced_lagging' : 'lists_synced');
}

function describeChange(reply: ChangeReply | undefined, done: string, text: Text): string {
  if (reply === undefined) return text.say('dashboard_unanswered');
  if (reply.kind === 'done') return done;
  const { what, cure } = describeFailure(reply.failure, text);
  return `${what} ${cure}`;
}

function countLists(view: ListsView, text: Text): string {
  return text.number(view.kind === 'known' ? view.status.lists.length : 0);
}
