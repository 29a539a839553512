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

type ApiScope = { readonly [name in 'chrome' | 'browser']?: PageApi };

/**
 * The API of the browser this page runs in. In Chromium a name alone proves nothing, also to content
 * scripts: `browser` can be the page's `<html id="browser">`. Nor does it help to ask for the global
 * object's own property: with `<html id="chrome">` Chromium hangs the API on that element. But no
 * element, nor anything that a page can name inside one, has functions of the API.
 */
export function readPageApi(scope: ApiScope = globalThis as object): PageApi {
  // Firefox returns promises from both; before version 152 Chrome has no `browser`.
  for (const api of [scope.chrome, scope.browser]) {
    if (typeof api?.runtime?.sendMessage === 'function') return api;
  }
  throw new Error('No WebExtension API here: not a content script.');
}
