/** The origin of an address, and what follows it. `URL` does the same at many times the price, for each request. */
export function splitUrl(url: string): [origin: string, path: string] {
  const pathAt = url.indexOf('/', url.indexOf('//') + 2);
  return pathAt === -1 ? [url, '/'] : [url.slice(0, pathAt), url.slice(pathAt)];
}
