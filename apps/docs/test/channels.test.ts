import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { channelParts } from '../scripts/channel-parts.mjs';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const parts = channelParts(JSON.parse(read('../../../packages/message-builder/data/channel-limits.json')));
const folder = '../src/parts/channels/';

test('the tables of the page about channels are those of the rule book: `npm --prefix apps/docs run channels` writes them anew', () => {
  expect(readdirSync(new URL(folder, import.meta.url)).sort()).toEqual(Object.keys(parts).sort());
  for (const [name, text] of Object.entries(parts)) expect(read(folder + name), name).toBe(text);
});

test('the page has a section for each channel', () => {
  const page = read('../src/channels.md');
  const older = ['viber.md', 'kakaotalkchat.md'];
  const missing = Object.keys(parts).filter((name) => !older.includes(name) && !page.includes(`parts/channels/${name}`));
  expect(missing).toEqual([]);
});
