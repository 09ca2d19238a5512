import type { AppsWorld } from '../resources/apps/apps.ts';
import type { BatchWorld } from '../resources/batch/batch-world.ts';
import type { CapabilityWorld } from '../resources/capability/capability.ts';
import type { ChannelAnswers } from '../resources/channels/channel-answers.ts';
import type { ConsentsWorld } from '../resources/consents/consents.ts';
import type { ProfilesWorld } from '../resources/contacts/channel-profile.ts';
import type { ContactsWorld } from '../resources/contacts/contacts-world.ts';
import type { ConversationsWorld } from '../resources/conversations/conversations-world.ts';
import type { EventsWorld } from '../resources/events/events.ts';
import type { InboundWorld } from '../resources/inbound/inbound-world.ts';
import type { MessagesWorld } from '../resources/messages/messages-world.ts';
import type { SettingsWorld } from '../resources/settings/project-settings.ts';
import type { TemplatesWorld } from '../resources/templates/templates.ts';
import type { WebhooksWorld } from '../resources/webhooks/webhooks.ts';
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
