/**
 * How one service writes the links that it leads its readers through; data from
 * `lists/platforms.json`, in a closed grammar, so that a change needs no new version of the
 * extension and can run nothing.
 */
export interface LinkRule {
  /**
   * `l.facebook.com` (with `www.` and `m.` in front too), `*.translate.goog` (any host below it), or
   * `google.*` (that name under any one country's ending: `google.de`, `google.co.uk`).
   */
  readonly hosts: readonly string[];
  /** What the path begins with, up to a segment's end; any path where there is none. */
  readonly paths?: readonly string[] | undefined;
  readonly target: LinkTarget;
}

/** Where in such a link the address stands that it leads to. */
export type LinkTarget =
  /** In the first of these parameters that has one. */
  | ({ readonly in: 'query'; readonly keys: readonly string[] } & TargetForm)
  /** In the rest of the path, where the first segment begins that is an address. */
  | ({ readonly in: 'path' } & TargetForm)
  /** In the host, before this ending: `www-example-com.translate.goog` → `www.example.com`. */
  | { readonly in: 'host'; readonly ending: string }
  /** In what the link shows, on pages of these hosts alone: anybody else can write what they like. */
  | { readonly in: 'text'; readonly on: readonly string[] };

interface TargetForm {
  /** `proofpoint`: `https-3A__example.com_a` (URL Defense, version 2). */
  readonly encoding?: 'base64' | 'proofpoint' | undefined;
  /** What stands before it. */
  readonly after?: string | undefined;
  /** Characters in front, of any kind, that are no part of it. */
  readonly skip?: number | undefined;
  /** What follows it. */
  readonly until?: string | undefined;
  /** It is written without a scheme: `example.com/a` is meant to be https. */
  readonly isBare?: boolean | undefined;
}
