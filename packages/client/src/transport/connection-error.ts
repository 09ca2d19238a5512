import { ConnectionError, TimeoutError } from '@convapi/core';
import { causeOf, codeOf, errorsIn, messageOf } from '../error-shape.ts';
import type { TransportRequest } from './transport.ts';

/** What kept a request from leaving, with what to do about it. By codes of Node, undici, OpenSSL and Bun, else by words. */
const BEFORE_CONNECTION: readonly [pattern: RegExp, advice: string][] = [
  [
    /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)|invalid peer certificate/,
    'The certificate is not trusted: name the authority in NODE_EXTRA_CA_CERTS or in the `ca` of an agent; a proxy may be in between',
  ],
  [
    /^(ERR_PROXY_TUNNEL|UND_ERR_PRX_TLS|UND_ERR_PROXY)|^Proxy response \(|[Tt]unneling|^Proxy connection/,
    'The proxy did not let it through: check its address, its credentials, and that it allows this host',
  ],
  [/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)/, 'The name was not found: check `region` and `baseUrl`, and whether a proxy is needed'],
  [
    /^(ECONNREFUSED|ConnectionRefused|FailedToOpenSocket|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)|client error \(Connect\)/,
    'Nothing could be reached there: check `baseUrl`, the network, and whether a proxy is needed',
  ],
  [/^(ERR_INVALID_URL|ERR_UNESCAPED_CHARACTERS)|^bad port$/, 'No request can go there: check `baseUrl`'],
  [
    /^(ERR_INVALID_CHAR|ERR_HTTP_INVALID_HEADER_VALUE|UND_ERR_INVALID_ARG)/,
    'The platform refused the request: check the headers of the call',
  ],
];

const LOST = 'Check the network, `region` and `baseUrl`';

/** The reason and the advice, looked up in an error and what lies behind it. */
function adviceFor(error: unknown): string | undefined {
  if (error === undefined || error === null) return undefined;
  const [first] = errorsIn(error);
  if (first !== undefined) return errorsIn(error).every(failedToConnect) ? adviceFor(first) : undefined;
  const [code, message] = [codeOf(error), messageOf(error)];
  const known = BEFORE_CONNECTION.find(([pattern]) => pattern.test(code) || pattern.test(message));
  return known?.[1] ?? adviceFor(causeOf(error));
}

/** Did it fail before a connection stood? Looks at the error and what lies behind it. */
export function failedToConnect(error: unknown): boolean {
  return adviceFor(error) !== undefined;
}

/** The error for a request that got no answer, or not all of it. */
export function toConnectionError(request: TransportRequest, cause: unknown): ConnectionError {
  const { origin } = new URL(request.url);
  const { status } = request;
  const what = status === undefined ? `no answer from ${origin}` : `the answer of ${origin} (${status}) broke off`;
  const message = `[@convapi/client] ${what}: ${reasonOf(cause)}. ${adviceFor(cause) ?? LOST}.`;
  return new ConnectionError(message, { cause, requestLeft: request.left, status });
}

/** The error for an answer that came whole, and is none of the API. */
export function toUnreadableError({ url, status, left }: TransportRequest, what: string): ConnectionError {
  const advice = 'A proxy or a sign-in page may have given it: check `baseUrl` and the network';
  const message = `[@convapi/client] the answer of ${new URL(url).origin} (${status}) ${what}. ${advice}.`;
  return new ConnectionError(message, { requestLeft: left, status });
}

/** The error for a proxy that answered in place of the service. */
export function toProxyError({ url }: TransportRequest, status: number): ConnectionError {
  const { host } = new URL(url);
  const advice = 'Check its address, its credentials, and that it allows this host';
  return new ConnectionError(`[@convapi/client] the proxy answered ${status} when it was asked for ${host}. ${advice}.`, {
    requestLeft: false,
  });
}

/** `fetch failed` says nothing; what failed is in the cause, or in the first of several. */
function reasonOf(error: unknown): string {
  const cause = causeOf(error) ?? error;
  return messageOf(errorsIn(cause)[0] ?? cause);
}

/** The error for a request that got no answer in time. `option` is what sets the limit. */
export function toTimeoutError({ url, left }: TransportRequest, timeoutMs: number): TimeoutError {
  const message = `[@convapi/client] no answer from ${new URL(url).origin} within ${timeoutMs} ms. Raise \`timeoutMs\` or check the network.`;
  return new TimeoutError(message, { timeoutMs, requestLeft: left });
}
