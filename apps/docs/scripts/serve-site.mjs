import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};
/** Pictures are compressed already. */
const PLAIN = new Set(['.webp', '.png']);
const MINUTES_10 = 600;

/**
 * Serves the built site on this machine as GitHub Pages does: addresses without `.html`, gzip, a page for what is not there.
 *
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` has no slash at its end
 */
export async function serveSite() {
  const server = createServer(async ({ url = '/', headers }, answer) => {
    const { pathname } = new URL(url, 'http://localhost');
    const { status, body, extension } = await read(decodeURIComponent(pathname));
    const isZipped = !PLAIN.has(extension) && /\bgzip\b/.test(String(headers['accept-encoding']));
    answer.writeHead(status, {
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'cache-control': `max-age=${MINUTES_10}`,
      ...(isZipped && { 'content-encoding': 'gzip' }),
    });
    answer.end(isZipped ? gzipSync(body) : body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {string} pathname
 * @returns {Promise<{ status: number, body: Buffer, extension: string }>}
 */
async function read(pathname) {
  const path = normalize(pathname).replace(/^(\.\.[/\\])+/, '');
  const files = path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`];
  for (const file of files) {
    const body = await readFile(join(DIST, file)).catch(() => undefined);
    if (body) return { status: 200, body, extension: extname(file) };
  }
  return { status: 404, body: await readFile(join(DIST, '404.html')), extension: '.html' };
}
