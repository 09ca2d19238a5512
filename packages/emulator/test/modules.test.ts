import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findForeignWrites, findUntaken, findWrongImports, LAYERS, moduleOf } from './modules.ts';

const folder = fileURLToPath(new URL('../src/', import.meta.url));
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && statSync(join(folder, path)).isFile())
  .map((path) => path.replaceAll('\\', '/'));
const sources = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));

/** The sources with one more file. */
function withFile(path: string, text: string): Map<string, string> {
  return new Map(sources).set(path, `${text}\n`);
}

/** Files at the very bottom, which the page leaves out. */
function isLoose(name: string): boolean {
  return LAYERS[0]?.includes(name) === true;
}

describe('the modules of the emulator', () => {
  it('import downwards only, and through what an index offers', () => {
    expect(findWrongImports(sources)).toEqual([]);
  });

  it('offer nothing that nobody takes', () => {
    expect(findUntaken(sources)).toEqual([]);
  });

  it('write what they keep themselves, and nothing else', () => {
    expect(findForeignWrites(sources)).toEqual([]);
  });

  it('are all named, and all there', () => {
    expect(new Set(paths.map(moduleOf))).toEqual(new Set([...LAYERS.flat(), 'top']));
  });

  it('stand on the page about them, lowest first', () => {
    const page = readFileSync(new URL('../../../docs/emulator.md', import.meta.url), 'utf8');
    const [, layers = ''] = page.split('\n## The layers\n');
    const [list = ''] = layers.split('\n## ');
    const shown = [...list.matchAll(/`([\w.-]+)`/g)].map(([, name = '']) => name);
    const named = LAYERS.flat().map((name) => name.replace('resources/', ''));
    expect([...new Set(shown)].filter((name) => named.includes(name))).toEqual(named.filter((name) => !isLoose(name)));
  });

  it('import in the one form that this test reads', () => {
    const relative = [...sources].flatMap(([path, text]) =>
      [...text.matchAll(/(?:from|import)\s*\(?\s*['"]\.{1,2}\/.*/g)].map(([line]) => `${path}: ${line}`),
    );
    const read = [...sources].flatMap(([path, text]) =>
      [...text.matchAll(/^(?:import|export) (?:type )?\{[^}]*\} (from '\.{1,2}\/.*';)$/gm)].map(([, line]) => `${path}: ${line}`),
    );
    expect(read.sort()).toEqual(relative.sort());
  });
});

describe('this test sees', () => {
  it('an import of what lies above', () => {
    const planted = withFile('resources/apps/planted.ts', "import { sendMessage } from '../messages/index.ts';");
    expect(findWrongImports(planted)).toEqual(['resources/apps/planted.ts imports resources/messages/index.ts, which is not below it']);
  });

  it('an import of a type from above, over several lines', () => {
    const planted = withFile('time/planted.ts', "import type {\n  World,\n} from '../service/index.ts';");
    expect(findWrongImports(planted)).toEqual(['time/planted.ts imports service/index.ts, which is not below it']);
  });

  it('an import of what lies beside', () => {
    const planted = withFile('resources/webhooks/planted.ts', "import { laneOf } from '../contacts/index.ts';");
    expect(findWrongImports(planted)).toEqual(['resources/webhooks/planted.ts imports resources/contacts/index.ts, which is not below it']);
  });

  it('an import past an index', () => {
    const planted = withFile('http/planted.ts', "import { expireConversation } from '../resources/conversations/expire-conversation.ts';");
    expect(findWrongImports(planted)).toEqual([
      'http/planted.ts imports resources/conversations/expire-conversation.ts past the index of resources/conversations',
    ]);
  });

  it('a folder that no layer names', () => {
    const planted = withFile('helpers/planted.ts', "import { toTimestamp } from '../time/index.ts';");
    expect(findWrongImports(planted)).toEqual(['helpers stands in no layer']);
  });

  it('a name that is offered in vain', () => {
    const planted = withFile('topics/index.ts', "export { createTopic, type Topic, unused } from './topic.ts';");
    expect(findUntaken(planted)).toEqual(['topics/index.ts unused']);
  });

  it('a resource that writes what another one keeps', () => {
    const planted = withFile('resources/apps/planted.ts', 'world.store.messages.delete(id);');
    expect(findForeignWrites(planted)).toEqual(['resources/apps/planted.ts writes messages']);
  });
});
