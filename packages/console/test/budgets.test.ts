import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const BUILT = fileURLToPath(new URL('../dist/', import.meta.url));

const ENTRY_JS_BYTES = 45 * 1024;
const CSS_BYTES = 12 * 1024;
const ALL_BYTES = 480 * 1024;

const zipped = (name: string): number => gzipSync(readFileSync(`${BUILT}${name}`), { level: 9 }).length;

describe('what the page weighs', () => {
  const index = readFileSync(`${BUILT}index.html`, 'utf8');
  const linked = (ending: string): string[] =>
    [...index.matchAll(/(?:src|href)="\/_emulator\/console\/([^"]+)"/g)].flatMap(([, name]) => (name?.endsWith(ending) ? [name] : []));

  test(`its scripts at the start, at most ${ENTRY_JS_BYTES / 1024} KB gzip`, () => {
    expect(linked('.js').length).toBeGreaterThan(0);
    expect(linked('.js').reduce((sum, name) => sum + zipped(name), 0)).toBeLessThanOrEqual(ENTRY_JS_BYTES);
  });

  test(`all its styles, at most ${CSS_BYTES / 1024} KB gzip`, () => {
    const styles = readdirSync(`${BUILT}assets`).filter((name) => name.endsWith('.css'));
    expect(styles.reduce((sum, name) => sum + zipped(`assets/${name}`), 0)).toBeLessThanOrEqual(CSS_BYTES);
  });

  test(`everything that the emulator carries for it, at most ${ALL_BYTES / 1024} KB without the zipped copies`, () => {
    const files = readdirSync(BUILT, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name),
    );
    expect(files.reduce((sum, { parentPath, name }) => sum + statSync(`${parentPath}/${name}`).size, 0)).toBeLessThanOrEqual(ALL_BYTES);
  });
});
