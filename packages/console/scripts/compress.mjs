// Writes a .br and a .gz beside each file of dist that is worth it: the emulator sends what the browser takes.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const SMALLEST_BYTES = 1024;
const TEXT = /\.(js|css|html|svg|json)$/;

for (const name of readdirSync('dist', { recursive: true })) {
  const path = join('dist', name);
  if (!TEXT.test(path) || statSync(path).size < SMALLEST_BYTES) continue;
  const bytes = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }));
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}
