import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Spec } from '../load-spec.ts';
import { type Operation, readOperations } from '../read-operations.ts';
import type { Change } from './changes.ts';
import { findBuilders } from './find-builders.ts';
import { findUses, reachable, type Uses } from './find-uses.ts';
import { highest, type Level, levelOf } from './rules.ts';

export type PackageName = 'core' | 'auth' | 'client' | 'webhook-verifier' | 'message-builder' | 'emulator';

/** A change with its reach. */
export interface Judged extends Change {
  level: Level;
  sides: { request: boolean; response: boolean };
  /** `client.contacts.merge` */
  methods: string[];
  builders: string[];
  /** Triggers of webhooks. */
  events: string[];
  /** `POST /v1/projects/{project_id}/contacts`, with a remark when the emulator does not know it. */
  routes: string[];
  packages: Partial<Record<PackageName, Level>>;
  /** How often production has met it, from a file of drift notes. */
  seen?: number;
}

interface World {
  uses: Map<string, Uses>[];
  operations: Map<string, Operation>;
  builders: Map<string, Set<string>>;
  emulated: Set<string>;
  sent: Set<string>;
}

/** Says of each change how far it reaches: what it touches, and the level that it asks of each package. */
export async function judgeChanges(changes: Change[], before: Spec, after: Spec, packages: string): Promise<Judged[]> {
  const operations = [before, after].flatMap((spec) => [
    ...readOperations(spec.conversation, 'conversation'),
    ...readOperations(spec.batch, 'batch'),
  ]);
  const sent = [before, after].flatMap((spec) => [...reachable(spec.schemas, { $ref: '#/components/schemas/SendMessageRequest' })]);
  const world: World = {
    uses: [findUses(before), findUses(after)],
    operations: new Map(operations.map((one) => [one.id, one])),
    builders: await findBuilders(join(packages, 'message-builder')),
    emulated: await readEmulated(packages),
    sent: new Set(sent),
  };
  return changes.map((change) => judge(change, world));
}

/** The operations that the emulator has code for. */
async function readEmulated(packages: string): Promise<Set<string>> {
  const text = await readFile(join(packages, 'emulator/src/service/operations.ts'), 'utf8').catch(() => '');
  return new Set([...text.matchAll(/^\s+(\w+_\w+):/gm)].map(([, id = '']) => id));
}

function judge(change: Change, world: World): Judged {
  const uses = usesOf(change, world);
  const sides = { request: uses.requests.size > 0, response: uses.answers.size > 0 || uses.webhooks.size > 0 };
  const level = levelOf(change.kind, sides);
  const operations = [...new Set([...uses.requests, ...uses.answers])].flatMap((id) => world.operations.get(id) ?? []);
  const builders = change.schema === undefined ? [] : buildersOf(change.schema, world);
  return {
    ...change,
    level,
    sides,
    methods: operations.map(({ resource, name }) => `client.${resource}.${name}`),
    builders,
    events: [...uses.webhooks],
    routes: operations.map((one) => routeOf(one, world.emulated)),
    packages: packagesOf(change, uses, level, world),
  };
}

function usesOf({ kind, schema, operation, webhook }: Change, world: World): Uses {
  const none = (): Uses => ({ requests: new Set(), answers: new Set(), webhooks: new Set() });
  if (schema !== undefined) {
    const all = none();
    for (const side of world.uses) {
      const found = side.get(schema) ?? none();
      for (const word of ['requests', 'answers', 'webhooks'] as const) for (const who of found[word]) all[word].add(who);
    }
    return all;
  }
  if (operation !== undefined) {
    const who = new Set([operation]);
    return kind.startsWith('answer.') ? { ...none(), answers: who } : { ...none(), requests: who };
  }
  return webhook === undefined ? none() : { ...none(), webhooks: new Set([webhook]) };
}

function buildersOf(schema: string, { builders }: World): string[] {
  return [...builders].filter(([, names]) => names.has(schema)).map(([name]) => name);
}

function routeOf({ id, method, path, host }: Operation, emulated: Set<string>): string {
  const route = `${method} ${host === 'batch' ? '/batch' : ''}${path}`;
  return emulated.has(id) ? route : `${route} (not emulated: answers 501)`;
}

/** The level that a change asks of each package: by what the package sends, receives, or names in its types. */
function packagesOf(change: Change, uses: Uses, level: Level, world: World): Judged['packages'] {
  const asked: Judged['packages'] = {};
  const ask = (name: PackageName, wanted: Level): void => {
    asked[name] = highest([wanted, asked[name] ?? wanted]) ?? wanted;
  };
  const { kind, schema } = change;
  if (kind === 'security.changed') ask('auth', level);
  if (/^(security|server|region)\./.test(kind)) ask('client', level);
  if (kind.startsWith('region.') || schema !== undefined || change.webhook !== undefined) ask('core', level);
  if (uses.requests.size + uses.answers.size > 0) ask('client', level);
  if (uses.webhooks.size > 0) ask('webhook-verifier', levelOf(kind, { request: false, response: true }));
  if (schema !== undefined && (world.sent.has(schema) || buildersOf(schema, world).length > 0)) {
    ask('message-builder', levelOf(kind, { request: true, response: false }));
  }
  // it refuses what the service refuses; new answers and callbacks are more of the same
  if (uses.requests.size > 0) ask('emulator', levelOf(kind, { request: true, response: false }));
  else if (uses.answers.size + uses.webhooks.size > 0) ask('emulator', 'minor');
  return asked;
}
