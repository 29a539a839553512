/** An address as scopes see it. */
export interface AddressPlace {
  readonly host: string;
  readonly isIp: boolean;
  /** Canonical host and path for path scopes; undefined where no path scope can apply. */
  readonly pathText: string | undefined;
}

/**
 * Whether a canonical scope covers an address.
 *
 * - `lemonde.fr` covers `www.lemonde.fr`, not `notlemonde.fr` or `lemonde.fr.evil.test`
 * - `t.me/name` covers `t.me/name/12`, not `t.me/names` or `t.me`
 */
export function coversAddress(scope: string, place: AddressPlace): boolean {
  if (place.isIp) return false;
  if (!scope.includes('/')) return place.host === scope || place.host.endsWith(`.${scope}`);
  const { pathText } = place;
  return pathText !== undefined && (pathText === scope || pathText.startsWith(`${scope}/`));
}
