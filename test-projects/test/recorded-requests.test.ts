import { type Emulator, startEmulator } from '@convapi/emulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apps } from './recorded/apps.ts';
import { asking } from './recorded/asking.ts';
import { contacts } from './recorded/contacts.ts';
import { conversations } from './recorded/conversations.ts';
import { createSender, findPlaces } from './recorded/create-sender.ts';
import { messages } from './recorded/messages.ts';
import { project } from './recorded/project.ts';
import type { Recorded, RecordedRequest } from './recorded/recorded-request.ts';
import { fillWorld, type RecordedWorld } from './recorded/recorded-world.ts';
import { sends } from './recorded/sends.ts';
import { templates } from './recorded/templates.ts';
import { webhooks } from './recorded/webhooks.ts';

const RESOURCES: Record<string, Recorded> = { apps, asking, contacts, conversations, messages, project, sends, templates, webhooks };

let emulator: Emulator;
let world: RecordedWorld;
let send: ReturnType<typeof createSender>;
beforeAll(async () => {
  emulator = await startEmulator();
  world = await fillWorld(emulator);
  send = createSender(emulator);
});
afterAll(() => emulator.close());

/** The requests are known before there is a world: only their ids come later. */
const NOWHERE = {} as RecordedWorld;
const listed = Object.entries(RESOURCES).flatMap(([resource, recorded]) =>
  recorded(NOWHERE).map((request, index) => ({ resource, index, title: `${request.from}: ${request.name}`, ...request })),
);
const taken = listed.filter(({ refused }) => refused === undefined);
const refused = listed.filter(
  (request): request is typeof request & Required<Pick<RecordedRequest, 'refused'>> => request.refused !== undefined,
);

/** The request in the world as it was made, with what has to be there before it. */
async function replay({ resource, index }: { resource: string; index: number }) {
  emulator.control.load(world.before);
  const request = RESOURCES[resource]?.(world)[index] as RecordedRequest;
  if (request.given) await send(request.given);
  const answer = await send(request);
  await emulator.control.idle();
  return answer;
}

describe('the emulator takes what code of the vendor sends', () => {
  test.each(taken)('$title', async (request) => {
    expect(await replay(request)).toMatchObject({ status: 200 });
  });
});

describe('the emulator refuses what the documents of the vendor say is wrong, whatever its code sends', () => {
  test.each(refused)('$title: $refused.because', async (request) => {
    const { status, fields } = await replay(request);
    expect(status).toBe(request.refused.status);
    expect(fields).toEqual(request.refused.fields ?? []);
  });
});

describe('the collection', () => {
  test('has every snippet once, and with them each operation of the Conversation API', () => {
    const snippets = listed.filter(({ from }) => from === 'snippet');
    expect(new Set(snippets.map(({ name }) => name.replace(/,.*/, ''))).size).toBe(snippets.length);
    const called = new Set(snippets.map(({ operation }) => operation));
    expect([...findPlaces().keys()].filter((id) => !called.has(id) && !id.startsWith('Batch_'))).toEqual([]);
    // The counts are what whoever reads the test wants to know first.
    const sources = [...new Set(listed.map(({ from }) => from))];
    const counts = sources.map((source) => `${listed.filter(({ from }) => from === source).length} of ${source}`);
    console.log(`${listed.length} requests, ${refused.length} of them refused: ${counts.join(', ')}`);
  });
});
