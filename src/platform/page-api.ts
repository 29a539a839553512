/**
 * What a content script needs of the WebExtension API, without the polyfill: it would be parsed on
 * every page a reader opens, and both browsers return promises from these four calls by themselves.
 */
export interface PageApi {
  readonly storage: {
    readonly local: {
      readonly get: (keys: readonly string[]) => Promise<Record<string, unknown>>;
    };
  };
  readonly runtime: {
    /** Undefined once an update or removal has cut this script off from its extension. */
    readonly id?: string;
    readonly sendMessage: (message: unknown) => Promise<unknown>;
    readonly onMessage: {
      readonly addListener: (
        listener: (
          message: unknown,
          sender: unknown,
          reply: (answer: unknown) => void,
        ) => boolean | undefined,
      ) => void;
    };
  };
  readonly i18n: {
    readonly getMessage: (key: string, substitutions?: readonly string[]) => string;
    readonly getUILanguage: () => string;
  };
}

/** The API of the browser this page runs in. */
export function readPageApi(): PageApi {
  const scope: { browser?: PageApi; chrome?: PageApi } = globalThis as object;
  const api = scope.browser ?? scope.chrome;
  if (api === undefined) throw new Error('No WebExtension API here: not a content script.');
  return api;
}
