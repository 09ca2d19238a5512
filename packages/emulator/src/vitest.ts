import type { AppCreateRequest, AppResponse, ConversationChannel } from '@convapi/core';
import type { ContactActor } from './control/index.ts';
import { type Emulator, EmulatorError, type EmulatorNamespace, startEmulator } from './index.ts';
import type { EmulatedProject, NamespaceOptions } from './namespaces/index.ts';
import type { EmulatorOptions } from './settings.ts';

/** A contact with an address that no other has. */
export interface TestContact extends ContactActor {
  channel: ConversationChannel;
  identity: string;
}

/** What {@link emulatorFixtures} adds to tests. Each is made when a test first asks for it. */
export interface EmulatorFixtures {
  /** One emulator for all tests of the worker. */
  emulator: Emulator;
  /** A project of this test alone: `url`, `tokenUrl`, `projectId`, `keyId`, `keySecret`, `control`. */
  namespace: EmulatorNamespace;
  /** An app in it, with the channels RCS, WHATSAPP and SMS unless the options say otherwise. */
  app: AppResponse & { id: string };
  /** Gives a new contact of the app on a channel. */
  contact(channel: ConversationChannel): TestContact;
}

/** Options of {@link emulatorFixtures}. */
export interface EmulatorFixtureOptions {
  /** The emulator of the worker. */
  emulator?: EmulatorOptions;
  /** The namespace of each test, e.g. a clock that stands still. */
  namespace?: NamespaceOptions;
  /** What the app is made of. */
  app?: AppCreateRequest;
}

/** First of the addresses that contacts get: behind the numbers that always behave one way, in the same range that is nobody's. */
const FIRST_IDENTITY = 46_701_740_650;

/** Makes a fixture, as `test.extend` of vitest takes it; the types are its own, so that this package does not ask for vitest. */
type MakeFixture<T> = (
  // vitest knows what a test has; here it is what the fixtures below read.
  // biome-ignore lint/suspicious/noExplicitAny: any context has to fit, that of a test with other fixtures too
  context: any,
  use: (value: T) => Promise<void>,
) => Promise<void>;

/** What {@link emulatorFixtures} gives to `test.extend`. */
export interface EmulatorFixtureMakers {
  /** The emulator of the worker. */
  emulator: [MakeFixture<Emulator>, { scope: 'worker' }];
  /** A project for the test. */
  namespace: MakeFixture<EmulatorFixtures['namespace']>;
  /** An app in it. */
  app: MakeFixture<EmulatorFixtures['app']>;
  /** Makes contacts of that app. */
  contact: MakeFixture<EmulatorFixtures['contact']>;
}

/** The part of a test's context that the fixtures read. */
type Read<Name extends keyof EmulatorFixtures = never> = Pick<EmulatorFixtures, Name> & { task: { id: string } };

/**
 * Fixtures for vitest's `test.extend`, from 3.2 on: one emulator for the worker, and in it a namespace for each test, so that tests may run
 * at the same time.
 *
 * @example
 * ```ts
 * import { type EmulatorFixtures, emulatorFixtures } from '@convapi/emulator/vitest';
 * import { test as base } from 'vitest';
 *
 * const test = base.extend<EmulatorFixtures>(emulatorFixtures());
 *
 * test('a contact writes', async ({ namespace, app, contact, expect }) => {
 *   contact('SMS').writes('Hello');
 *   const event = await namespace.control.waitFor({ trigger: 'MESSAGE_INBOUND' });
 *   expect(event.app_id).toBe(app.id);
 * });
 * ```
 */
export function emulatorFixtures(options: EmulatorFixtureOptions = {}): EmulatorFixtureMakers {
  return {
    emulator: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures are used
      async ({}, use) => {
        const emulator = await startEmulator(options.emulator);
        await use(emulator);
        await emulator.close();
      },
      { scope: 'worker' },
    ],
    namespace: async ({ emulator, task }: Read<'emulator'>, use) => {
      const namespace = await emulator.namespace(`test-${task.id}`, options.namespace);
      await use(namespace);
      await namespace.close();
    },
    app: async ({ namespace }: Read<'namespace'>, use) => use(await createApp(namespace, options.app ?? defaultApp())),
    contact: async ({ namespace, app }: Read<'namespace' | 'app'>, use) => use(createContacts(namespace, app.id)),
  };
}

function defaultApp(): AppCreateRequest {
  const channels = ['RCS', 'WHATSAPP', 'SMS'] as const;
  return {
    display_name: 'Test',
    processing_mode: 'CONVERSATION',
    channel_credentials: channels.map((channel) => ({ channel, static_bearer: { claimed_identity: 'sender', token: 'any' } })),
  };
}

async function createApp(
  { url, projectId, keyId, keySecret }: EmulatedProject,
  app: AppCreateRequest,
): Promise<AppResponse & { id: string }> {
  const response = await fetch(`${url}/v1/projects/${projectId}/apps`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${keyId}:${keySecret}`)}`, 'content-type': 'application/json' },
    body: JSON.stringify(app),
  });
  if (!response.ok) throw new EmulatorError(`The app of the tests was refused: ${await response.text()}. Mend the option app.`);
  return (await response.json()) as AppResponse & { id: string };
}

function createContacts({ control }: EmulatedProject, appId: string): (channel: ConversationChannel) => TestContact {
  let made = 0;
  return (channel) => {
    const identity = String(FIRST_IDENTITY + made);
    made += 1;
    return { channel, identity, ...control.contact(identity, channel, { app_id: appId }) };
  };
}
