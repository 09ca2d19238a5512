import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const packages = fileURLToPath(new URL('../../../packages/', import.meta.url));
const page = readFileSync(new URL('../src/troubleshooting/errors.md', import.meta.url), 'utf8');
const OF_CUSTOMERS = ['core', 'auth', 'client', 'webhook-verifier', 'message-builder', 'emulator'];

/** The entries that export errors. */
const ENTRY = /^[\w-]+\/(rehearse\/)?index\.ts$/;

interface Source {
  file: string;
  text: string;
}

/** The sources of a package, without their comments. */
function sourcesOf(name: string): Source[] {
  const files = readdirSync(`${packages}${name}/src`, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !/generated|fixtures|rehearse\/checks/.test(file))
    .map((file) => ({
      file: `${name}/${file}`,
      text: readFileSync(`${packages}${name}/src/${file}`, 'utf8').replace(/^\s*(\*|\/\/).*$/gm, ''),
    }));
}

/** The section of the page below a heading of the second rank. */
function sectionOf(heading: string): string {
  return new RegExp(`^## ${heading}\\n([\\s\\S]*?)(?=^## |$(?![\\s\\S]))`, 'm').exec(page)?.[1] ?? '';
}

/** What a section lists in the first cells of its tables, as code. */
function rowsOf(heading: string): string[] {
  const withoutHeads = sectionOf(heading).replace(/^\|.*\|\n(?=\| -)/gm, '');
  return [...withoutHeads.matchAll(/^\| `([\w-]+)` +\|/gm)].map(([, row = '']) => row);
}

/** The literals of a union type, as the source declares it. */
function literalsOf(file: string, type: string): string[] {
  const text = readFileSync(`${packages}${file}`, 'utf8');
  const [, union = ''] = new RegExp(`export type ${type} =([^;]+);`).exec(text) ?? [];
  return [...union.matchAll(/'([^']+)'/g)].map(([, literal = '']) => literal);
}

describe('the page of errors', () => {
  const sources = OF_CUSTOMERS.flatMap(sourcesOf);
  const entriesOf = (file: string) => sources.filter((one) => one.file.split('/')[0] === file.split('/')[0] && ENTRY.test(one.file));
  const isExported = (name: string, file: string) => entriesOf(file).some(({ text }) => new RegExp(`\\b${name}\\b`).test(text));
  const classes = sources.flatMap(({ file, text }) =>
    [...text.matchAll(/^export class (\w+) extends \w*Error\b/gm)].map(([, name = '']) => ({ name, file })),
  );

  test('has a section for every error class that is exported, and a guard for each', () => {
    const exported = classes.filter(({ name, file }) => isExported(name, file));
    expect(exported.length).toBeGreaterThan(9);
    const incomplete = exported.filter(
      ({ name, file }) => !page.includes(`\n## ${name}\n`) || !page.includes(`\`is${name}\``) || !isExported(`is${name}`, file),
    );
    expect(incomplete).toEqual([]);
  });

  test.each([
    ['WebhookVerificationError', 'webhook-verifier/src/webhook-verification-error.ts', 'WebhookRefusalReason'],
    ['RehearsalError', 'webhook-verifier/src/rehearse/rehearsal-error.ts', 'RehearsalFailure'],
    ['Issues of check', 'message-builder/src/check/issue.ts', 'IssueCode'],
  ])('has a row in %s for every literal of the code, and no other', (heading, file, type) => {
    const literals = literalsOf(file, type);
    expect(literals.length).toBeGreaterThan(1);
    expect([...new Set(rowsOf(heading))].sort()).toEqual(literals.sort());
  });

  test('has a row for both values of taken', () => {
    const core = readFileSync(`${packages}core/src/errors.ts`, 'utf8');
    expect(core).toContain("readonly taken: 'yes' | 'unknown';");
    expect(new Set(rowsOf('DeliveryUnknownError'))).toEqual(new Set(['yes', 'unknown']));
  });

  test('has a row for every code that the emulated API refuses with', () => {
    const codes = literalsOf('emulator/src/operations/refusal.ts', 'RefusalCode');
    const section = sectionOf('ApiError');
    expect(codes.length).toBeGreaterThan(5);
    expect(codes.filter((code) => !section.includes(`\`${code}\``))).toEqual([]);
  });

  test('has a row for every kind of error of the emulator over HTTP, and no other', () => {
    const answers = sourcesOf('emulator').filter(({ file }) => /emulator\/(http|proxy|data|snapshots|requests)\//.test(file));
    const made = answers.flatMap(({ text }) =>
      [...text.matchAll(/emulatorError\(\s*(?:\d+|[\w.]+),\s*'([a-z-]+)'/g)].map(([, kind = '']) => kind),
    );
    expect(rowsOf('EmulatorError').sort()).toEqual([...new Set(made)].sort());
  });
});

/** Texts that an error begins with, as the sources write them: whole messages, and what is put into one by a helper. */
function messagesOf({ file, text }: Source): { file: string; message: string }[] {
  const whole = [...text.matchAll(/(['`])\[@convapi\/[\w-]+\] ([\s\S]*?)(?<!\\)\1(?=[,);\s])/g)].map(([, , message = '']) => message);
  const parts = [...text.matchAll(/\b(?:wrongOption|wrong|impossible)\(\s*(['`])([\s\S]*?)(?<!\\)\1/g)].map(
    ([, , message = '']) => message,
  );
  const options = [...text.matchAll(/\boptionError\(\s*\S+,\s*(['`])([\s\S]*?)(?<!\\)\1/g)].map(([, , wanted = '']) => `must be ${wanted}`);
  const usage = [...text.matchAll(/\bRehearsalError\(\s*'\w+',\s*(['`])([\s\S]*?)(?<!\\)\1/g)].map(([, , message = '']) => message);
  return [...whole, ...parts, ...options, ...usage].map((message) => ({ file, message }));
}

/** The longest part of a text that stands in every message of its kind, from its first sentence. */
function fixedPartOf(message: string): string {
  // a template in a template is taken out first
  const flat = message.replace(/\$\{[^{}`]*(?:`[^`]*`[^{}`]*|\{[^{}]*\}[^{}`]*)*\}/g, '…').replace(/\$\{[\s\S]*/, '…');
  const [sentence = ''] = flat.split(/(?<=[^\d])\. /);
  const parts = sentence.split('…').map((part) => part.trim().replace(/\.$/, ''));
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '');
}

/** Shorter parts, such as `is` between two variables, tell nothing. */
const TELLING = 6;

describe('every message of the packages that are used in production', () => {
  // what the logger is told is no error
  const sources = ['core', 'auth', 'client', 'webhook-verifier']
    .flatMap(sourcesOf)
    .filter(({ file }) => !file.endsWith('logging-hooks.ts'));
  const messages = sources.flatMap(messagesOf).map(({ file, message }) => ({ file, part: fixedPartOf(message) }));
  const telling = messages.filter(({ part }) => part.length >= TELLING);

  test('is found in the sources', () => expect(telling.length).toBeGreaterThan(60));

  test('stands on the page', () => {
    const text = page.replaceAll(/\s+/g, ' ');
    expect(telling.filter(({ part }) => !text.includes(part))).toEqual([]);
  });
});
