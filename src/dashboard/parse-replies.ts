import type { ChangeReply, ListsStatus, PreviewReply } from '../messages/list-status.ts';

type Fields = Readonly<Record<string, unknown>>;

/*
 * Replies as what they should be; undefined for anything else, also for none. Looked at lightly, as
 * far as the page cannot be drawn without: the worker is of this very version, and it parsed what
 * came from outside.
 */

/** The state of all lists, or undefined. */
export function parseListsStatus(reply: unknown): ListsStatus | undefined {
  if (!isObject(reply) || !isArrayOf(reply['lists'], isList)) return undefined;
  const { running, failure } = reply;
  if (running !== undefined && !isArrayOf(running, isProgress)) return undefined;
  if (failure !== undefined && !isFailure(failure)) return undefined;
  // Every field that the page cannot do without was looked at above.
  return reply as unknown as ListsStatus;
}

/** What a list says of itself, or why it cannot be followed, or undefined. */
export function parsePreviewReply(reply: unknown): PreviewReply | undefined {
  if (!isObject(reply)) return undefined;
  const { kind, title, publishedOn } = reply;
  const counts = ['entries', 'scopes', 'bytes', 'version', 'overlaps'].map((name) => reply[name]);
  const isSound =
    kind === 'already' ||
    (kind === 'failed' && isFailure(reply['failure'])) ||
    (kind === 'preview' && isTitle(title) && isText(publishedOn) && counts.every(isNumber));
  // Looked at above, kind by kind.
  return isSound ? (reply as unknown as PreviewReply) : undefined;
}

/** How a change ended, or undefined. */
export function parseChangeReply(reply: unknown): ChangeReply | undefined {
  if (!isObject(reply)) return undefined;
  const { kind, failure } = reply;
  const isSound = kind === 'done' || (kind === 'failed' && isFailure(failure));
  // Looked at above, kind by kind.
  return isSound ? (reply as unknown as ChangeReply) : undefined;
}

function isList(list: unknown): boolean {
  if (!isObject(list) || !isTitle(list['title'])) return false;
  const { key, rootDigest, isOwn, isDevelopment, isEnabled, failure, news } = list;
  return (
    isText(key) &&
    isText(rootDigest) &&
    [isOwn, isDevelopment, isEnabled].every((flag) => typeof flag === 'boolean') &&
    (failure === undefined || isFailure(failure)) &&
    isNews(news)
  );
}

function isNews(news: unknown): boolean {
  if (!isObject(news) || !isNumber(news['more'])) return false;
  return ['added', 'removed', 'changed'].every((name) =>
    isArrayOf(news[name], (each) => isObject(each) && isText(each['slug']) && isText(each['name'])),
  );
}

function isProgress(progress: unknown): boolean {
  return isObject(progress) && isText(progress['key']);
}

function isTitle(title: unknown): boolean {
  return isObject(title) && isText(title['en']) && isText(title['fr']);
}

function isFailure(failure: unknown): boolean {
  return isObject(failure) && isText(failure['reason']);
}

function isArrayOf(value: unknown, isSound: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isSound);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}
