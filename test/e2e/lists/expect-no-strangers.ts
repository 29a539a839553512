import { expect } from 'vitest';
import type { ListSession } from './list-session.ts';

/** Of the browsers' own services, which they ask with or without an extension. */
const OWN_SERVICES = /(^|\.)(google|googleapis|gvt1|mozilla|firefox)\.(com|net|org)$/;

/** Nobody was asked for anything but the pages that were opened and the lists. */
export function expectNoStrangers(session: ListSession, hosts: readonly string[]): void {
  const asked = new Set(session.web.requests.map((address) => new URL(address).hostname));
  expect([...asked].filter((host) => !OWN_SERVICES.test(host)).sort()).toEqual([...hosts].sort());
}
