import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { API_LIMITS, LIMITS } from '../src/index.ts';

/** Folders that read the rule book, from here, and the smallest number that is looked for: a picture is full of small lengths. */
const READERS: readonly (readonly [folder: string, least: number])[] = [
  ['../src/check/', 15],
  ['../src/explain/', 15],
  ['../src/render/', 15],
  ['../src/picture/', 250],
  ['../src/fit/', 15],
  ['../src/request/', 15],
  ['../src/templates/', 15],
  ['../../emulator/src/resources/messages/sending/', 15],
  ['../../emulator/src/resources/transcoding/', 15],
  ['../../emulator/src/resources/templates/', 15],
];

/** A table of the widths of letters. */
const WIDTHS = 'measure-text.ts';

/** Numbers that are no limits of a channel, by file, each with the reason. */
const OTHERS: { readonly [place: string]: string } = {
  'shape-issue.ts 40': 'how much of a value a sentence shows',
  'shape-issue.ts 64': 'how much of a key a path shows',
  'check-send.ts 64': 'how much of a key a path shows',
  'check.ts 40': 'how much of a name a sentence shows',
  'check-content.ts 40': 'how much of a value a sentence shows',
  'check-template.ts 40': 'how much of a key a sentence shows',
  'check-details.ts 32': 'bits of an integer',
  'issue.ts 1000': 'how many issues are kept',
  'to-ttl.ts 60': 'seconds of a minute',
  'channel-properties.ts 64': 'how much of a key a path shows',
  'issue.ts 2000': 'how many issues are kept',
  'to-ttl.ts 3600': 'seconds of an hour',
  'check-template.ts 25': 'letters of an id',
  'refusals.ts 20': 'how many faults are told',
  'is-surely-within.ts 90': 'length of the address of a map',
  'order-of.ts 100': 'hundredths of a currency',
  'media-block.ts 1000': 'bytes of a kilobyte',
  'to-svg.ts 2000': 'the address of the namespace',
  'icon.ts 1000': 'coordinates of a drawing',
  'deliver.ts 1000': 'milliseconds',
  'outbound-queue.ts 1000': 'milliseconds',
  'send-message.ts 1000': 'milliseconds',
  'temporary-failures.ts 3600': 'seconds of an hour',
  'temporary-failures.ts 2000': 'milliseconds',
  'temporary-failures.ts 1000': 'milliseconds',
};

/** Every number in a table, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

/** The numbers of a program, without those in comments and texts. */
function literalsIn(code: string): number[] {
  const bare = code
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
  return [...bare.matchAll(/(?<![\w.$-])\d[\d_]*(?![\w.])/g)].map(([digits]) => Number(digits.replaceAll('_', '')));
}

it('none but the rule book has a limit in its code', async () => {
  const limits = new Set(numbersIn([LIMITS, API_LIMITS]));
  const found: string[] = [];
  let files = 0;
  for (const [folder, least] of READERS) {
    const place = new URL(folder, import.meta.url);
    for (const name of (await readdir(place, { recursive: true })).filter((one) => one.endsWith('.ts') && !one.endsWith(WIDTHS))) {
      files += 1;
      const code = await readFile(new URL(name, place), 'utf8');
      for (const number of literalsIn(code)) {
        const hit = `${name.split(/[\\/]/).at(-1)} ${number}`;
        if (number >= least && limits.has(number) && !Object.hasOwn(OTHERS, hit)) found.push(hit);
      }
    }
  }
  expect(files).toBeGreaterThan(80);
  expect(found).toStrictEqual([]);
});

it('finds a limit in code', () => {
  expect(literalsIn("const MOST = 4_096; // 3072\nif (text.length > 1024) cut('2000');")).toStrictEqual([4096, 1024]);
});
