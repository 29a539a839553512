import { useEffect, useRef, useState } from 'preact/hooks';
import type { PopupActions } from './popup-actions.ts';
import type { PopupSource, PopupView } from './popup-view.ts';

export interface PopupState {
  /** What is shown: the page's view, or that of the address looked up by hand. */
  readonly view: PopupView;
  /** The address as the reader typed it, while its result is shown. */
  readonly lookedUp: string | undefined;
  readonly isPaused: boolean;
  readonly actions: PopupActions & {
    readonly pause: () => void;
    readonly showPage: () => void;
  };
}

/** Loads views from the source and keeps the newest; a part that fails shows as such. */
export function usePopup(source: PopupSource): PopupState {
  const [page, setPage] = useState<PopupView>({ kind: 'loading' });
  const [lookup, setLookup] = useState<{ input: string; view: PopupView }>();
  /** Lookups may overtake each other; only the last one asked may be shown. */
  const latest = useRef<string | undefined>(undefined);

  const readPage = async (): Promise<void> => setPage(await orFailed(source.readCurrentPage()));

  const lookUp = async (input: string): Promise<void> => {
    latest.current = input;
    const view = await orFailed(source.checkAddress(input));
    if (latest.current === input) setLookup({ input, view });
  };

  const showPage = (): void => {
    latest.current = undefined;
    setLookup(undefined);
  };

  const refresh = (): Promise<void> => (lookup === undefined ? readPage() : lookUp(lookup.input));

  /** Whether it worked shows in the view that is read afterwards. */
  const change = (work: Promise<void>): void => {
    void work.catch(() => undefined).then(refresh);
  };

  useEffect(() => {
    void readPage();
  }, [source]);

  return {
    view: lookup?.view ?? page,
    lookedUp: lookup?.input,
    isPaused: page.kind === 'paused',
    actions: {
      pause: () => change(source.setPaused(true)),
      resume: () => change(source.setPaused(false)),
      repair: () => change(source.repairList()),
      reload: () => change(source.reloadPage()),
      restore: (finding) => change(source.restoreDismissed(finding)),
      retry: () => void refresh(),
      lookUp: (input) => void lookUp(input),
      showPage,
    },
  };
}

async function orFailed(view: Promise<PopupView>): Promise<PopupView> {
  try {
    return await view;
  } catch {
    return { kind: 'failed' };
  }
}
