/**
 * Scopes are indexed by key: a host scope by itself, a path scope by its host and first two
 * segments. (One segment would not do: every channel of a platform may lie under `/channel`.)
 */
const KEY_OF_PATH = /^[^/]*\/[^/]*(?:\/[^/]*)?/;

/** The key of a scope: `example.com`, `x.com/name`, `video.example/channel/abc` of `…/abc/live`. */
export function toScopeKey(scope: string): string {
  if (!scope.includes('/')) return scope;
  return KEY_OF_PATH.exec(scope)?.[0] ?? scope;
}

/** The keys under which path scopes that cover `host` + `path` can lie: none, one or two. */
export function toPathKeys(host: string, path: string): string[] {
  const [, first, second] = path.split('/', 3);
  if (first === undefined) return [];
  const key = `${host}/${first}`;
  return second === undefined ? [key] : [key, `${key}/${second}`];
}

/**
 * The part of a key that says in which shard it lies, so that a page needs at most two for its
 * hosts and one for its path: the last two labels of a host with two, the last three of a longer
 * one; host and first segment of a path.
 */
export function toShardPart(key: string): string {
  const slash = key.indexOf('/');
  if (slash < 0) return lastLabels(key, 3);
  const next = key.indexOf('/', slash + 1);
  return next < 0 ? key : key.slice(0, next);
}

function lastLabels(host: string, count: number): string {
  let start = host.length + 1;
  for (let labels = 0; labels < count && start > 0; labels++) {
    // A search from before the start would find a dot at the start, and find it again.
    start = start < 2 ? 0 : host.lastIndexOf('.', start - 2) + 1;
  }
  return host.slice(start);
}
