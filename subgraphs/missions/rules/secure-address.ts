/**
 * Whether an address of another agency's system can be trusted to be theirs: over TLS, without a secret in it. In demo mode it may be on this machine, too.
 */
export function isSecureAddress(address: string, demo: boolean): boolean {
  const url = URL.parse(address);
  if (!url || url.username || url.password || url.hash) return false;
  return url.protocol === 'https:' || (demo && url.protocol === 'http:' && url.hostname === '127.0.0.1');
}
