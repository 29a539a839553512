/** The link that offers a list: its address, and by the fragment its first root. The extension reads it. */
export function formatFollowLink(address: string, rootDigest: string): string {
  return `${address}#demonitor-root=${rootDigest}`;
}
