import type {
  AppCreateRequest,
  BatchInsertConsentsRequest,
  ContactCreateRequest,
  CreateConversationRequest,
  CreateWebhookRequest,
  ProjectSettingsRequest,
  V2Template,
} from '@convapi/core';
import type { ChannelAnswer } from '../resources/channels/index.ts';

/** The same with an id of your own choice; without one the emulator makes one. */
type Seeded<T> = T & { id?: string };

/** How a channel answers from the start. */
export type SeedChannel = ChannelAnswer & { channel: string; identity?: string };

/**
 * What is there at first, in the form of the API's own requests.
 *
 * @example
 * ```ts
 * import { type EmulatorSeed, startEmulator } from '@convapi/emulator';
 *
 * const seed: EmulatorSeed = {
 *   apps: [{ id: 'shop', display_name: 'Shop', channel_credentials: [{ channel: 'SMS', static_bearer: { claimed_identity: 'shop', token: 'any' } }] }],
 *   webhooks: [{ app_id: 'shop', target: 'http://127.0.0.1:3000/callbacks', target_type: 'HTTP', triggers: ['MESSAGE_INBOUND'] }],
 * };
 * const emulator = await startEmulator({ seed });
 * await emulator.close();
 * ```
 */
export interface EmulatorSeed {
  /** Settings of the project. */
  settings?: ProjectSettingsRequest;
  apps?: Seeded<AppCreateRequest>[];
  webhooks?: Seeded<CreateWebhookRequest>[];
  contacts?: Seeded<ContactCreateRequest>[];
  conversations?: Seeded<CreateConversationRequest>[];
  /** Templates of version 2. */
  templates?: V2Template[];
  /** Identities on opt-out lists. */
  consents?: BatchInsertConsentsRequest[];
  /** How channels answer. */
  channels?: SeedChannel[];
}
