/** What a function answers; which of `multiValueHeaders` and `cookies` is there depends on the kind of event. */
export interface LambdaHttpResult {
  statusCode: number;
  headers: Record<string, string>;
  /** For REST APIs, payload version 1.0 and load balancers: every header, those sent several times too. */
  multiValueHeaders?: Record<string, string[]>;
  /** For payload version 2.0 and function URLs: the cookies, which stand outside the headers there. */
  cookies?: string[];
  body: string;
  isBase64Encoded: boolean;
}

/** A web response as the answer of a function; `hasCookies` for payload version 2.0. */
export async function toLambdaResult(response: Response, hasCookies: boolean): Promise<LambdaHttpResult> {
  const cookies = response.headers.getSetCookie();
  const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie'));
  const content = toContent(new Uint8Array(await response.arrayBuffer()));
  const result = { statusCode: response.status, headers, ...content };
  if (hasCookies) return cookies.length > 0 ? { ...result, cookies } : result;
  const multiValueHeaders: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(headers)) multiValueHeaders[name] = [value];
  if (cookies.length > 0) multiValueHeaders['set-cookie'] = cookies;
  return { ...result, multiValueHeaders };
}

/** Text stays text; what is none, as a compressed body, goes as base64. */
function toContent(bytes: Uint8Array): { body: string; isBase64Encoded: boolean } {
  try {
    return { body: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isBase64Encoded: false };
  } catch {
    let binary = '';
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return { body: btoa(binary), isBase64Encoded: true };
  }
}
