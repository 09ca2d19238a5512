const PARSED = Symbol('url');

/** The URL of a request, parsed once: several look at it, and parsing costs as much as what they do with it. Nobody may change it. */
export function urlOf(request: Request & { [PARSED]?: URL }): URL {
  request[PARSED] ??= new URL(request.url);
  return request[PARSED];
}
