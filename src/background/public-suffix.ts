import { getPublicSuffix } from 'tldts';

/**
 * By the list at publicsuffix.org, private suffixes such as `blogspot.com` included. For the worker
 * alone, which takes lists in from strangers: on pages it would cost more than all the rest.
 */
export function isPublicSuffix(host: string): boolean {
  return getPublicSuffix(host, { allowPrivateDomains: true }) === host;
}
