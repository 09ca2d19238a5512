import { readFileSync } from 'node:fs';
import type { Contract } from '../contract/index.ts';
import { EmulatorError, isEmulatorError } from '../emulator-error.ts';
import { reasonOf } from '../error-code.ts';
import { toAnswer, toChannel, toText } from '../http/index.ts';
import { Refusal } from '../operations/index.ts';
import { insertConsentsNow } from '../resources/batch/index.ts';
import { calledRegion } from '../resources/regions/index.ts';
import { OPERATIONS, type World } from '../service/index.ts';
import { type EmulatorSeed, isSnapshot, type Keeper } from '../snapshots/index.ts';

/** What {@link plantSeed} works with. */
export interface SeedParts {
  world: World;
  contract: Contract;
  keeper: Keeper;
}

type Section = keyof EmulatorSeed;

/** The operation whose request each entry of a section is. In this order, because the later ones name the earlier ones. */
const SECTIONS: Readonly<Record<Exclude<Section, 'channels'>, string>> = {
  settings: 'ProjectSettings_CreateSettings',
  apps: 'App_CreateApp',
  webhooks: 'Webhooks_CreateWebhook',
  contacts: 'Contact_CreateContact',
  conversations: 'Conversation_CreateConversation',
  templates: 'Templates_v2_CreateTemplate',
  consents: 'Batch_InsertConsents',
};

/** Sections whose entries may bring an id that the request of the API has no place for. */
const WITH_ID: ReadonlySet<string> = new Set(['apps', 'webhooks', 'contacts', 'conversations']);

/**
 * Puts what a seed says into an empty emulator. Nobody is told of it: no callbacks.
 *
 * @throws {@link EmulatorError} naming the place in the seed that is wrong; nothing is left behind then
 */
export function plantSeed(seed: unknown, parts: SeedParts): void {
  const { value, name } = typeof seed === 'string' ? readSeedFile(seed) : { value: seed, name: 'The seed' };
  try {
    if (isSnapshot(value)) parts.keeper.load(value);
    else plantSections(toObject(value, ''), parts);
  } catch (error) {
    parts.keeper.forget();
    if (!isEmulatorError(error)) throw error;
    const reason = error.message.replace(/^\[@convapi\/emulator\] /, '');
    throw new EmulatorError(`${name} cannot be used: ${reason}`, { cause: error });
  }
}

function readSeedFile(path: string): { value: unknown; name: string } {
  try {
    return { value: JSON.parse(readFileSync(path, 'utf8')), name: `The seed ${path}` };
  } catch (error) {
    const reason = reasonOf(error);
    throw new EmulatorError(`The seed ${path} cannot be read: ${reason}. Give the name of a JSON file.`, { cause: error });
  }
}

function plantSections(seed: Record<string, unknown>, parts: SeedParts): void {
  const names = [...Object.keys(SECTIONS), 'channels'];
  const unknown = Object.keys(seed).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new EmulatorError(`${unknown} is no section of a seed. There are ${names.join(', ')}.`);
  const { settings, ...lists } = seed;
  if (settings !== undefined) plantOne(parts, 'settings', toObject(settings, 'settings'), 'settings');
  for (const section of names) {
    for (const [index, entry] of toList(lists[section], section).entries()) {
      const at = `${section}[${index}]`;
      if (section === 'channels') plantAnswer(parts, toObject(entry, at), at);
      else plantOne(parts, section as keyof typeof SECTIONS, toObject(entry, at), at);
    }
  }
}

function plantOne({ world, contract }: SeedParts, section: keyof typeof SECTIONS, entry: Record<string, unknown>, at: string): void {
  const operationId = SECTIONS[section];
  const { id, ...rest } = entry;
  const body = WITH_ID.has(section) ? rest : entry;
  if (id !== undefined && (typeof id !== 'string' || id === '')) throw new EmulatorError(`${at}.id must be a text.`);
  const operation = contract.documents.flatMap((document) => document.operations).find((one) => one.id === operationId);
  const checked = operation && contract.validator.body(operation, body, false);
  const wrong = checked?.violations[0];
  if (wrong) throw new EmulatorError(`${at}.${wrong.field} ${wrong.description}.`);
  if (WITH_ID.has(section) && id !== undefined && isTaken(world, id)) throw new EmulatorError(`${at}.id ${id} is there twice.`);
  unlessRefused(at, () => run(toQuietWorld(world, WITH_ID.has(section) ? id : undefined), operationId, checked?.value));
}

function run(world: World, operationId: string, body: unknown): void {
  if (operationId !== SECTIONS.consents) OPERATIONS[operationId]?.(world, { params: {}, query: {}, body });
  // The API does this one later; here it is done at once.
  else insertConsentsNow(world, { kind: 'insert-consents', region: calledRegion(world), request: body as never });
}

/** Nobody hears of it, and the first id is the one that was given. */
function toQuietWorld(world: World, id: string | undefined): World {
  let given = id;
  return {
    ...world,
    publish: () => undefined,
    newId() {
      const next = given ?? world.newId();
      given = undefined;
      return next;
    },
  };
}

function isTaken({ store }: World, id: string): boolean {
  return [store.apps.get(id), store.webhooks.get(id), store.contacts.get(id), store.conversations.get(id)].some(Boolean);
}

function unlessRefused(at: string, plant: () => void): void {
  try {
    plant();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [violation] = error.violations;
    throw new EmulatorError(violation ? `${at}.${violation.field} ${violation.description}.` : `${at}: ${error.message}`, { cause: error });
  }
}

function plantAnswer({ world }: SeedParts, { channel, identity, ...answer }: Record<string, unknown>, at: string): void {
  try {
    world.answers.set(
      toChannel(toText('channel', channel)),
      toAnswer(answer),
      identity === undefined ? undefined : toText('identity', identity),
    );
  } catch (error) {
    if (!isEmulatorError(error)) throw error;
    throw new EmulatorError(`${at}: ${error.message.replace(/^\[@convapi\/emulator\] /, '')}`, { cause: error });
  }
}

function toObject(value: unknown, at: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new EmulatorError(`${at === '' ? 'it' : at} must be an object.`);
}

function toList(value: unknown, at: string): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new EmulatorError(`${at} must be a list.`);
}
