/**
 * What the adapter reads of an event: API Gateway's REST and HTTP APIs in both payload versions, function URLs, and
 * load balancers.
 */
export interface LambdaHttpEvent {
  httpMethod?: string | undefined;
  pathParameters?: Readonly<Record<string, string | undefined>> | null | undefined;
  path?: string | undefined;
  rawPath?: string | undefined;
  rawQueryString?: string | undefined;
  queryStringParameters?: Readonly<Record<string, string | undefined>> | null | undefined;
  multiValueQueryStringParameters?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
  headers?: Readonly<Record<string, string | undefined>> | null | undefined;
  multiValueHeaders?: Readonly<Record<string, readonly string[] | undefined>> | null | undefined;
  cookies?: readonly string[] | undefined;
  requestContext?: { domainName?: string | undefined; http?: { method: string; path: string } | undefined; elb?: unknown } | undefined;
  body?: string | null | undefined;
  isBase64Encoded?: boolean | undefined;
}

/** Did middleware parse the body? The service's own events have text there. */
export function isParsed({ body }: LambdaHttpEvent): boolean {
  return typeof (body ?? '') !== 'string';
}

/** The method of an event; `undefined` when it is no HTTP request. */
export function toMethod({ httpMethod, requestContext }: LambdaHttpEvent): string | undefined {
  return requestContext?.http?.method ?? httpMethod;
}

/**
 * The web request of an event; `undefined` when there is no such request: headers that the web does not allow, or a
 * body that claims to be base64 and is not.
 */
export function toLambdaRequest(event: LambdaHttpEvent, method: string): Request | undefined {
  const hasBody = method !== 'GET' && method !== 'HEAD';
  try {
    const headers = toHeaders(event);
    return new Request(toUrl(event, headers), { method, headers, body: hasBody ? toRawBody(event) : null });
  } catch {
    return undefined;
  }
}

function toRawBody({ body, isBase64Encoded }: LambdaHttpEvent): string | Uint8Array<ArrayBuffer> {
  return isBase64Encoded ? fromBase64(body ?? '') : (body ?? '');
}

function toHeaders({ headers, multiValueHeaders, cookies }: LambdaHttpEvent): Headers {
  const result = new Headers();
  // `multiValueHeaders` first: of a header sent twice, the other record keeps one value only, and hides the second.
  for (const [name, values] of Object.entries(multiValueHeaders ?? headers ?? {})) {
    for (const value of [values ?? []].flat()) result.append(name, value);
  }
  if (cookies) result.set('cookie', cookies.join('; '));
  return result;
}

function toUrl(event: LambdaHttpEvent, headers: Headers): string {
  const host = headers.get('host') ?? event.requestContext?.domainName ?? 'localhost';
  const query = event.rawQueryString ?? toQuery(event);
  return `https://${host}${event.rawPath ?? event.path ?? '/'}${query && `?${query}`}`;
}

function toQuery({ queryStringParameters, multiValueQueryStringParameters, requestContext }: LambdaHttpEvent): string {
  // Load balancers pass the query as it was sent, API Gateway decodes it.
  const encode = requestContext?.elb ? String : encodeURIComponent;
  return Object.entries(multiValueQueryStringParameters ?? queryStringParameters ?? {})
    .flatMap(([name, values]) => [values ?? []].flat().map((value) => `${encode(name)}=${encode(value)}`))
    .join('&');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
