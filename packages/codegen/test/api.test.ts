import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiChange } from '../src/api/api-change.ts';
import { compareReports } from '../src/api/compare-reports.ts';
import { formatChanges } from '../src/api/format-changes.ts';
import { entryOf, reportOf } from '../src/api/packages.ts';
import { makeReports } from '../src/api/read-reports.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const workspace = mkdtempSync(join(tmpdir(), 'convapi-api-'));
afterAll(() => rmSync(workspace, { recursive: true }));

const send = (request: string) => `export interface Request { ${request} }\nexport declare function send(request: Request): Promise<void>;`;
const get = (answer: string) => `export interface Answer { ${answer} }\nexport declare function get(): Promise<Answer>;`;
const both = (one: string) => `export interface Contact { ${one} }\nexport declare function put(contact: Contact): Promise<Contact>;`;

describe('a change of the declarations', () => {
  const cases: [string, string, string, string[]][] = [
    ['nothing', send('a: string'), send('a: string'), []],
    ['an export removed', 'export declare const a: 1;\nexport declare const b: 1;', 'export declare const a: 1;', ['breaking b: removed']],
    ['an export added', 'export declare const a: 1;', 'export declare const a: 1;\nexport declare const b: 1;', ['ok b: added']],
    [
      'a class that is only a type now',
      'declare class A { a: string }\nexport { A };',
      'declare class A { a: string }\nexport type { A };',
      ['breaking A: was a value and is only a type now'],
    ],
    ['a field that is given, required now', send('a?: string'), send('a: string'), ['breaking Request.a: was optional and is required']],
    ['a field that is given, optional now', send('a: string'), send('a?: string'), ['ok Request.a: was always there and is optional']],
    ['a field that is got, required now', get('a?: string'), get('a: string'), ['ok Answer.a: was optional and is required']],
    ['a field that is got, optional now', get('a: string'), get('a?: string'), ['breaking Answer.a: was always there and is optional']],
    [
      'a required field more to give',
      send('a: string'),
      send('a: string; b: string'),
      ['breaking Request.b: added, and customers who give it must have it'],
    ],
    ['a required field more to get', get('a: string'), get('a: string; b: string'), ['ok Answer.b: added']],
    [
      'a required field more of what is given and got',
      both('a: string'),
      both('a: string; b: string'),
      ['breaking Contact.b: added, and customers who give it must have it'],
    ],
    ['an optional field more', send('a: string'), send('a: string; b?: string'), ['ok Request.b: added, optional']],
    ['a field less', get('a: string; b?: string'), get('a: string'), ['breaking Answer.b: removed']],
    ['a value less to give', send("a: 'x' | 'y'"), send("a: 'x'"), ["breaking Request.a: narrower: a: 'x' | 'y' → a: 'x'"]],
    ['a value more to give', send("a: 'x'"), send("a: 'x' | 'y'"), ["ok Request.a: wider: a: 'x' → a: 'x' | 'y'"]],
    ['a value less to get', get("a: 'x' | 'y'"), get("a: 'x'"), ["ok Answer.a: narrower: a: 'x' | 'y' → a: 'x'"]],
    ['a value more to get: ours are open', get("a: 'x'"), get("a: 'x' | 'y'"), ["ok Answer.a: wider: a: 'x' → a: 'x' | 'y'"]],
    ['another type', get('a: string'), get('a: number'), ['breaking Answer.a: another type: a: string → a: number']],
    [
      'an alias with a value less, which no function mentions',
      "export type Color = 'x' | 'y';",
      "export type Color = 'x';",
      ["breaking Color: narrower: export type Color = 'x' | 'y'; → export type Color = 'x';"],
    ],
    [
      'a parameter more, which may be left out',
      'export declare function f(a: string): void;',
      'export declare function f(a: string, b?: number): void;',
      [],
    ],
    [
      'a parameter more, which may not',
      'export declare function f(a: string): void;',
      'export declare function f(a: string, b: number): void;',
      [
        'breaking f: takes or gives something else: export declare function f(a: string): void; → export declare function f(a: string, b: number): void;',
      ],
    ],
    ['another name of a parameter', 'export declare function f(a: string): void;', 'export declare function f(b: string): void;', []],
    [
      'a type inside, where it is declared and nowhere else',
      'interface Inner { a: string }\nexport interface Outer { inner: Inner }\nexport declare function f(outer: Outer): void;',
      'interface Inner { a: string; b: number }\nexport interface Outer { inner: Inner }\nexport declare function f(outer: Outer): void;',
      ['breaking Inner.b: added, and customers who give it must have it'],
    ],
    [
      'a class that is made in another way',
      'export declare class A { constructor(a: string); }',
      'export declare class A { constructor(a: string, b: string); }',
      ['breaking new A: takes something else: (a: string): A → (a: string, b: string): A'],
    ],
    [
      'a class that takes more',
      'export declare class A { constructor(a: string); }',
      'export declare class A { constructor(a: string | number, b?: string); }',
      [],
    ],
    [
      'a method of what customers implement',
      'export interface Store { get(key: string): string }\nexport declare function use(store: Store): void;',
      'export interface Store { get(key: string): string; lock(key: string): void }\nexport declare function use(store: Store): void;',
      ['breaking Store.lock: added, and customers who give it must have it'],
    ],
  ];
  // One program for all: reading the declarations of the language takes most of the time.
  const side = (index: 1 | 2) => new Map(cases.map((one) => [`@convapi/${one[0]}`, `${one[index]}\nexport {};\n`]));
  let found: ApiChange[] = [];
  beforeAll(() => {
    found = compareReports(side(1), side(2), repository);
  });

  test.each(cases)('%s', (title, _before, _after, changes) => {
    const own = found.filter(({ entry }) => entry === `@convapi/${title}`);
    expect(own.map(({ name, breaking, text }) => `${breaking ? 'breaking' : 'ok'} ${name}: ${text}`)).toEqual(changes);
  });

  test('is followed into the packages that mention the type', () => {
    const core = (fields: string) => `export interface Answer { ${fields} }\nexport {};\n`;
    const client = "import type { Answer } from '@convapi/core';\nexport declare function get(): Promise<Answer>;\nexport {};\n";
    const sides = ['a?: string', 'a: string'].map(
      (fields) =>
        new Map([
          ['@convapi/core', core(fields)],
          ['@convapi/client', client],
        ]),
    );
    const [change] = compareReports(sides[0] as Map<string, string>, sides[1] as Map<string, string>, repository);
    expect(change).toMatchObject({ entry: '@convapi/core', name: 'Answer.a', breaking: false });
  });

  test('is an entry that is gone or new, too; what breaks comes first', () => {
    const before = new Map([['@convapi/client/node', 'export {};\n']]);
    const after = new Map([['@convapi/client/bun', 'export {};\n']]);
    expect(formatChanges(compareReports(before, after, repository))).toBe(
      [
        '@convapi/client/bun',
        '  ok        @convapi/client/bun: the entry is new',
        '@convapi/client/node',
        '  breaking  @convapi/client/node: the entry is removed',
      ].join('\n'),
    );
  });
});

describe('the report of an entry', () => {
  /** A package with these declarations. */
  function reportFor(name: string, files: Record<string, string>): string {
    const folder = join(workspace, name, 'packages/core');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'dist', path)), { recursive: true });
      writeFileSync(join(folder, 'dist', path), text);
    }
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const entry = { id: '@convapi/core', package: 'core', declarations: join(folder, 'dist/index.d.ts') };
    return makeReports(join(workspace, name), [entry]).get('@convapi/core') ?? '';
  }

  test('holds what is exported and what that mentions, in order, without comments and privates', () => {
    const report = reportFor('plain', {
      'index.d.ts': "export { b, type Options } from './b.ts';\nexport { A } from './a.ts';\n",
      'a.d.ts': '/** Words. */\nexport declare class A {\n  #private;\n  private secret;\n  /** More. */\n  open: string;\n}\n',
      'b.d.ts':
        "import type { Inner } from './inner.ts';\nexport interface Options { inner: Inner }\nexport declare function b(options: Options): void;\n",
      'inner.d.ts': 'export interface Inner { a: string }\nexport interface Unused { b: string }\n',
    });
    expect(report.split('\n').slice(1).join('\n').trim()).toBe(
      `declare class A {
    open: string;
}

interface Inner {
    a: string;
}

interface Options {
    inner: Inner;
}

declare function b(options: Options): void;

export type {
  Options,
};
export {
  A,
  b,
};`,
    );
  });

  test('gives two inner types of one name two names, and an exported alias its own', () => {
    const report = reportFor('names', {
      'index.d.ts': "export { a } from './a.ts';\nexport { b as c } from './b.ts';\n",
      'a.d.ts': 'interface Inner { a: string }\nexport declare function a(inner: Inner): void;\n',
      'b.d.ts': 'interface Inner { b: string }\nexport declare function b(inner: Inner): void;\n',
    });
    expect(report).toContain('declare function a(inner: Inner): void;');
    expect(report).toContain('declare function c(inner: Inner_2): void;');
    expect(report).toMatch(/interface Inner_2 \{\n {4}b: string;/);
  });

  test('takes names of other packages from there, and keeps what is added to them', () => {
    const report = reportFor('others', {
      'index.d.ts':
        "import type { Server } from 'node:http';\nexport declare function start(): Server;\ndeclare module 'node:http' {\n  interface Server { ours: true }\n}\n",
    });
    expect(report).toContain("declare module 'node:http' {");
  });

  test('keeps what is added to the names that every module sees, once', () => {
    const report = reportFor('global', {
      'index.d.ts': 'export interface Own {}\ndeclare global {\n  interface Names { own: Own }\n}\n',
    });
    expect(report).toMatch(/\ndeclare global \{\n {4}interface Names \{\n {8}own: Own;/);
    expect(report.match(/global/g)).toHaveLength(1);
  });

  test('has a place that its entry can be told from', () => {
    for (const entry of ['@convapi/core', '@convapi/client/node', '@convapi/client/deep/path'])
      expect(entryOf(entry.split('/')[1] ?? '', reportOf(entry).split('/').at(-1) ?? '')).toBe(entry);
  });

  test('of an entry that is not built is refused with advice', () => {
    expect(() => reportFor('empty', {})).toThrow(/exports nothing|ENOENT/);
  });
});
