import type { AppsWorld } from '../resources/apps/index.ts';
import type { BatchWorld } from '../resources/batch/index.ts';
import type { CapabilityWorld } from '../resources/capability/index.ts';
import type { ChannelAnswers } from '../resources/channels/index.ts';
import type { ConsentsWorld } from '../resources/consents/index.ts';
import type { ContactsWorld, ProfilesWorld } from '../resources/contacts/index.ts';
import type { ConversationsWorld } from '../resources/conversations/index.ts';
import type { EventsWorld } from '../resources/events/index.ts';
import type { InboundWorld } from '../resources/inbound/index.ts';
import type { MessagesWorld } from '../resources/messages/index.ts';
import type { SettingsWorld } from '../resources/settings/index.ts';
import type { TemplatesWorld } from '../resources/templates/index.ts';
import type { WebhooksWorld } from '../resources/webhooks/index.ts';
import type { Store } from './create-store.ts';

/** What all resources together work with. Each of them is handed its own part, which is all that it sees. */
export type World = AppsWorld &
  WebhooksWorld &
  ContactsWorld &
  ProfilesWorld &
  SettingsWorld &
  ConversationsWorld &
  MessagesWorld &
  EventsWorld &
  TemplatesWorld &
  ConsentsWorld &
  CapabilityWorld &
  BatchWorld &
  InboundWorld & { answers: ChannelAnswers; store: Store };
