/** What a reader can do from inside a view. */
export interface PopupActions {
  readonly resume: () => void;
  readonly repair: () => void;
  readonly reload: () => void;
  readonly retry: () => void;
  readonly restore: (finding: { readonly list: string; readonly entry: string }) => void;
  readonly lookUp: (address: string) => void;
}
