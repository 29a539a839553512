import type { Message, OwnRequests, PageRequests, RequestKind, TabRequests } from './protocol.ts';

type KindMap<Requests> = Readonly<Record<keyof Requests, true>>;

const PAGE_KINDS: KindMap<PageRequests> = {
  'page/listed': true,
  'page/left': true,
  'page/no-list': true,
  'badge/dismiss': true,
};
const OWN_KINDS: KindMap<OwnRequests> = {
  'settings/pause': true,
  'badge/restore': true,
  'address/describe': true,
  'list/repair': true,
  'lists/status': true,
  'lists/sync': true,
  'lists/preview': true,
  'lists/follow': true,
  'lists/unfollow': true,
  'lists/enable': true,
  'lists/move': true,
  'lists/news-seen': true,
};
const TAB_KINDS: KindMap<TabRequests> = { 'page/state': true, 'list/changed': true };

/** A message of the named tier, or undefined for anything else: strangers get no reply. */
export function parsePageMessage(value: unknown): Message<keyof PageRequests> | undefined {
  return parseMessage(value, PAGE_KINDS);
}

/** Like `parsePageMessage`, for what only our own pages may ask. */
export function parseOwnMessage(value: unknown): Message<keyof OwnRequests> | undefined {
  return parseMessage(value, OWN_KINDS);
}

/** Like `parsePageMessage`, for what content scripts are asked. */
export function parseTabMessage(value: unknown): Message<keyof TabRequests> | undefined {
  return parseMessage(value, TAB_KINDS);
}

function parseMessage<Kind extends RequestKind>(
  value: unknown,
  kinds: Readonly<Record<Kind, true>>,
): Message<Kind> | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  const { kind } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) return undefined;
  const request = 'request' in value ? value.request : undefined;
  // Own property of `kinds`, so one of its keys; the compiler cannot follow `hasOwn`.
  return { kind: kind as Kind, request };
}
