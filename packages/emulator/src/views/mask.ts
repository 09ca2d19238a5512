/** What stands in the place of a secret. */
const MASK = '***';

/** Names of fields that hold secrets: those of the document, and those of the token endpoint. */
const SECRET_NAME = /secret|password|token$|^api_key$/i;

/** Tokens of pages are no secrets, and it is good to see them. */
const OPEN_NAME = /page_token$/;

function isSecret(name: string): boolean {
  return SECRET_NAME.test(name) && !OPEN_NAME.test(name);
}

/** Masks secrets in a body, which may be cut: so it is read as text. JSON and forms are known. */
export function maskBody(text: string): string {
  return text
    .replaceAll(/"(\w+)"(\s*:\s*)"(?:\\.|[^"\\])*("?)/g, (all, name: string, colon: string, end: string) =>
      isSecret(name) ? `"${name}"${colon}"${MASK}${end}` : all,
    )
    .replaceAll(/(^|&)(\w+)=[^&\s"]+/g, (all, before: string, name: string) => (isSecret(name) ? `${before}${name}=${MASK}` : all));
}

/** Masks who calls: of `Authorization` the scheme stays. */
export function maskHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      if (value === undefined) return [];
      const text = Array.isArray(value) ? value.join(', ') : value;
      if (name === 'authorization') return [[name, `${text.split(' ', 1)[0]} ${MASK}`]];
      return [[name, name === 'cookie' || isSecret(name) ? MASK : text]];
    }),
  );
}
