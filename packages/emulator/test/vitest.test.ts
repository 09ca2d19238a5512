import { test as base, describe, expect } from 'vitest';
import type { EmulatedProject } from '../src/index.ts';
import { type EmulatorFixtures, emulatorFixtures } from '../src/vitest.ts';

const test = base.extend<EmulatorFixtures>(emulatorFixtures({ namespace: { now: () => Date.UTC(2026, 0, 1) } }));

const ports = new Set<string>();
const projects = new Set<string>();

async function listApps({ url, projectId, keyId, keySecret }: EmulatedProject): Promise<{ id: string }[]> {
  const headers = { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}` };
  const answer = await fetch(`${url}/v1/projects/${projectId}/apps`, { headers });
  return ((await answer.json()) as { apps: { id: string }[] }).apps;
}

describe.concurrent('the fixtures', () => {
  test.for(Array.from({ length: 8 }, (_, index) => index))(
    'gives tests that run together a project each: %i',
    async (index, { namespace, app, contact }) => {
      ports.add(namespace.url);
      projects.add(namespace.projectId);
      expect(await listApps(namespace)).toMatchObject([{ id: app.id }]);
      contact('SMS').writes(`Hello ${index}`);
      const event = await namespace.control.waitFor({ trigger: 'MESSAGE_INBOUND' });
      expect(event.body.message).toMatchObject({ contact_message: { text_message: { text: `Hello ${index}` } } });
      expect(namespace.control.events().filter(({ trigger }) => trigger === 'MESSAGE_INBOUND')).toHaveLength(1);
      expect(new Set([contact('SMS').identity, contact('SMS').identity]).size).toBe(2);
    },
  );
});

describe('afterwards', () => {
  test('there was one emulator and a project for each test, all gone', async ({ emulator }) => {
    expect([...ports]).toEqual([emulator.url]);
    expect(projects.size).toBe(8);
    const answer = await fetch(`${emulator.url}/_emulator/namespaces`);
    expect(await answer.json()).toEqual({ namespaces: [] });
  });

  test('a clock of its own stands still', ({ namespace }) => {
    expect(namespace.control.now()).toBe(Date.UTC(2026, 0, 1));
  });
});

const telegram = base.extend<EmulatorFixtures>(
  emulatorFixtures({
    app: { display_name: 'Bot', channel_credentials: [{ channel: 'TELEGRAM', telegram_credentials: { token: 'any' } }] },
  }),
);

telegram('makes the app that it is told to make', async ({ app, contact, namespace }) => {
  expect(app.display_name).toBe('Bot');
  contact('TELEGRAM').optsOut();
  await namespace.control.waitFor({ trigger: 'OPT_OUT' });
});

// @ts-expect-error: an app without channels is none
emulatorFixtures({ app: { display_name: 'x' } });

const withOwn = base.extend<{ greeting: string }>({ greeting: 'Hello' }).extend<EmulatorFixtures>(emulatorFixtures());

withOwn('beside fixtures of its own', async ({ greeting, contact, namespace }) => {
  contact('SMS').writes(greeting);
  await namespace.control.waitFor({ trigger: 'MESSAGE_INBOUND' });
  // @ts-expect-error: no such channel
  expect(() => contact('SM').writes('')).toThrow();
});
