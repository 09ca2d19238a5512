import {
  createWebhookHandler,
  createWebhookVerifier,
  isWebhookVerificationError,
  memoryReplayGuard,
  type SignedWebhookHeaders,
  signWebhook,
  type WebhookRefusalReason,
} from '../src/index.ts';
import { toNodeListener } from '../src/node.ts';

// What must not compile comes first.

// @ts-expect-error secrets are required
createWebhookVerifier({});
// @ts-expect-error the only way to let replays pass is to say so
createWebhookVerifier({ secrets: 's', replayGuard: true });
// @ts-expect-error a guard has to claim
createWebhookVerifier({ secrets: 's', replayGuard: {} });

const verifier = createWebhookVerifier({ secrets: ['a', 'b'] as const, replayGuard: memoryReplayGuard(), toleranceSeconds: undefined });

// @ts-expect-error a parsed body cannot be verified
verifier.verify({ message: {} }, {});
// @ts-expect-error a raw body needs its headers
verifier.verify('{}');
// @ts-expect-error there is no such trigger
createWebhookHandler(verifier, { MESSAGE_INBOND: () => {} });
// @ts-expect-error each function gets the event of its own trigger
createWebhookHandler(verifier, { OPT_IN: (event) => event.message });

const event = await verifier.verify(new Request('https://example.com'));

// @ts-expect-error not before the trigger is known
event.message;

switch (event.trigger) {
  case 'MESSAGE_INBOUND': {
    const text: string | undefined = event.message.contact_message?.text_message?.text;
    // @ts-expect-error belongs to another trigger
    event.message_delivery_report;
    void text;
    break;
  }
  case 'MESSAGE_DELIVERY':
    event.message_delivery_report.status satisfies string | undefined;
    break;
  case 'CONTACT_IDENTITIES_DUPLICATION':
    event.duplicated_contact_identities_notification.duplicated_identities satisfies unknown;
    break;
  case 'UNKNOWN':
    event.whatever_comes satisfies unknown;
    break;
  // @ts-expect-error there is no such trigger
  case 'MESSAGE_INBOND':
}

const handler = createWebhookHandler(verifier, {
  MESSAGE_INBOUND: (inbound) => void (inbound.message.id satisfies string | undefined),
  CONVERSATION_START: async (start) => void start.conversation_start_notification.conversation,
  UNKNOWN: (unknown) => void unknown.anything,
  default: (other) => void (other.trigger satisfies string),
});
handler satisfies (request: Request) => Promise<Response>;
toNodeListener(handler);

const headers: SignedWebhookHeaders = await signWebhook({ body: '{}', secret: 's' });
await verifier.verify(Buffer.from('{}'), headers);
await verifier.verify(new ArrayBuffer(0), new Headers(headers));
await verifier.verify(new Uint8Array(), { accept: ['a', 'b'], other: undefined });
new Request('https://example.com', { headers });

const caught: unknown = null;
if (isWebhookVerificationError(caught)) {
  caught.reason satisfies WebhookRefusalReason;
  // @ts-expect-error there is no such reason
  caught.reason === 'expired';
}
