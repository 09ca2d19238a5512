import type { Seeded } from './seed.ts';

/** Every page, by a name for its picture, with something to show. */
export function routesOf(seeded: Seeded): Record<string, string> {
  return {
    start: '/',
    apps: '/apps',
    channels: `/apps/eu/${seeded.appId}`,
    webhooks: `/apps/eu/${seeded.appId}/webhooks`,
    settings: `/apps/eu/${seeded.appId}/settings`,
    keys: '/keys',
    wall: '/wall',
    phone: '/wall/WHATSAPP/46700000001',
    compose: '/compose',
    messages: '/messages',
    message: `/messages/${seeded.messageId}`,
    contacts: '/contacts',
    contact: `/contacts/eu/${seeded.contactId}`,
    conversations: '/conversations',
    conversation: `/conversations/eu/${seeded.conversationId}`,
    templates: '/templates',
    template: `/templates/eu/${seeded.templateId}`,
    callbacks: '/callbacks',
    callback: `/callbacks/${seeded.callbackId}`,
    events: '/events',
    event: `/events/${seeded.eventSeq}`,
    requests: '/requests',
    request: `/requests/${seeded.requestId}`,
    faults: '/faults',
    time: '/time',
    coverage: '/coverage',
    postman: '/postman',
    missing: '/nowhere',
  };
}
