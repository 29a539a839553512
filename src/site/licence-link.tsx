import { OutLink } from './out-link.tsx';
import { showPlain } from './show-plain.ts';

/** SPDX names of licences that a list is likely to have. */
const LICENCES: Readonly<Record<string, string>> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
};

/** The licence, with its text where that is known. */
export function LicenceLink({ licence }: { readonly licence: string }) {
  const text = showPlain(licence);
  const address = LICENCES[licence];
  if (address === undefined) return <span>{text}</span>;
  return (
    <OutLink href={address} rel="license">
      {text}
    </OutLink>
  );
}
