const LINK_PROTOCOLS: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];
const PICTURE_PROTOCOLS: readonly string[] = ['http:', 'https:', 'blob:'];
/** Pictures only: a `data:` page could hold anything. */
const DATA_PICTURE = /^data:(image|audio|video)\//i;

/** An address that a link may lead to, or undefined: messages come from strangers, and `javascript:` is an address too. */
export function toSafeLink(address: string | undefined): string | undefined {
  const url = parse(address);
  return url && LINK_PROTOCOLS.includes(url.protocol) ? url.href : undefined;
}

/** An address that a picture, a sound or a film may come from. The page gives it, and may give one of its own origin. */
export function toSafeSource(address: string | undefined): string | undefined {
  if (address === undefined || address === '') return undefined;
  if (DATA_PICTURE.test(address)) return address;
  const base = globalThis.document?.baseURI ?? 'http://localhost/';
  const url = parse(address, base);
  return url && (PICTURE_PROTOCOLS.includes(url.protocol) || base.startsWith(`${url.protocol}//`)) ? address : undefined;
}

function parse(address: string | undefined, base?: string): URL | undefined {
  if (address === undefined) return undefined;
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
