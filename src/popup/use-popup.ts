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
  /** Answers may overtake each other; only that to the last question may be shown. */
  const latestRead = useRef(0);
  const latestInput = useRef<string | undefined>(undefined);

  const readPage = async (): Promise<void> => {
    latestRead.current += 1;
    const read = latestRead.current;
    const view = await orFailed(source.readCurrentPage());
    if (latestRead.current === read) setPage(view);
  };

  const lookUp = async (input: string): Promise<void> => {
    latestInput.current = input;
    const view = await orFailed(source.checkAddress(input));
    if (latestInput.current === input) setLookup({ input, view });
  };

  const showPage = (): void => {
    latestInput.current = undefined;
    setLookup(undefined);
  };

  /** The page always: whether Demonitor is paused stands with it, also below a lookup. */
  const refresh = (): void => {
    void readPage();
    if (latestInput.current !== undefined) void lookUp(latestInput.current);
  };

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
      retry: refresh,
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
