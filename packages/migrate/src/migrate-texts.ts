import { followClients } from './program/client-flows.ts';
import { createProgram } from './program/create-program.ts';
// types of what is public come from files of their own, so that nobody needs the types of the compiler
import type { PathAliases } from './program/path-aliases.ts';
import { createFileEdits } from './rewrite/file-edits.ts';
import { rewriteFile } from './rewrite/rewrite-file.ts';
import type { Counts } from './rules/counts.ts';
import { planWebhooks } from './rules/plan-webhooks.ts';

/** A file whose text changes. */
export interface FileChange {
  path: string;
  before: string;
  after: string;
  /** Packages of ours that the file imports now. */
  packages: string[];
}

/** Code that stays as it was. */
export interface LeftCode {
  path: string;
  /** Line before the change, from 1. */
  line: number;
  what: string;
  why: string;
  /** What to do; absent where the whole file was left alone. */
  todo?: string;
}

/** What a run comes to. */
export interface Migration {
  changes: FileChange[];
  left: LeftCode[];
  /** Calls of the vendor's methods. */
  calls: Counts;
}

/** How the files of a folder are read. */
export interface MigrateOptions {
  /** `compilerOptions.paths` and `baseUrl` of the folder's tsconfig.json. */
  aliases?: PathAliases;
  /** `compilerOptions.checkJs` of it: JavaScript then gets the assertions in JSDoc that TypeScript gets. */
  checkJs?: boolean;
}

const VENDOR = /['"]@sinch\/(sdk-core|conversation|sdk-client)['"]/;

/**
 * Rewrites a program that uses the vendor's conversation domain. Takes all of its files, by path, because a client is followed from
 * one file to another; a file that has nothing of the vendor's, not even through another file, is not changed.
 *
 * @example
 * ```ts
 * import { migrateTexts } from '@convapi/migrate';
 *
 * const program = `import { SinchClient } from '@sinch/sdk-core';
 * const sinch = new SinchClient({ projectId: 'p', keyId: 'k', keySecret: 's', conversationRegion: 'eu' });
 * await sinch.conversation.app.get({ app_id: '01APP' });`;
 * const { changes, left } = migrateTexts(new Map([['main.ts', program]]));
 * console.log(changes[0]?.after, left);
 * ```
 */
export function migrateTexts(texts: ReadonlyMap<string, string>, { aliases = {}, checkJs = false }: MigrateOptions = {}): Migration {
  const migration: Migration = { changes: [], left: [], calls: { found: 0, rewritten: 0, left: 0 } };
  if (![...texts.values()].some((text) => VENDOR.test(text))) return migration;
  const program = createProgram(texts, aliases);
  const paths = [...texts.keys()].filter((path) => isParsed(path));
  const files = paths.map(program.file);
  const { checker } = program;
  const shared = {
    checker,
    flows: followClients(files, checker),
    webhooks: planWebhooks(files, checker),
    counts: migration.calls,
    seconds: new Map(),
  };
  for (const path of paths) {
    const file = createFileEdits(program.file(path), checkJs);
    rewriteFile({ ...shared, file });
    migration.left.push(...file.left.map((one) => ({ path, ...one })));
    const before = texts.get(path) ?? '';
    const after = withLineEndsOf(before, file.text.toString());
    if (after !== before) migration.changes.push({ path, before, after, packages: [...file.needs.keys()] });
  }
  return migration;

  function isParsed(path: string): boolean {
    const file = program.file(path);
    const error = program.syntaxError(file);
    if (!error) return true;
    if (!VENDOR.test(texts.get(path) ?? '')) return false;
    const line = file.getLineAndCharacterOfPosition(error.start ?? 0).line + 1;
    migration.left.push({ path, line, what: path, why: 'the file does not parse' });
    return false;
  }
}

/** What is added has line ends of one character; a file that has two everywhere keeps them. */
function withLineEndsOf(before: string, after: string): string {
  return before.includes('\r\n') ? after.replace(/\r?\n/g, '\r\n') : after;
}
