import {
  createBearerCheck,
  createExhaustiveWebhookHandler,
  createWebhookHandler,
  createWebhookVerifier,
  type ExhaustiveWebhookHandlers,
  isWebhookVerificationError,
  memoryReplayGuard,
  requireBearer,
  type SignedWebhookHeaders,
  signWebhook,
  type WebhookRefusalReason,
} from '../src/index.ts';
import { toNodeListener } from '../src/node.ts';

// What must not compile comes first.

// @ts-expect-error secrets are required
createWebhookVerifier();
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

declare const all: ExhaustiveWebhookHandlers;
const { OPT_IN: _optIn, ...withoutOptIn } = all;
const { UNKNOWN: _unknown, ...withoutUnknown } = all;
// @ts-expect-error a trigger is missing
createExhaustiveWebhookHandler(verifier, withoutOptIn);
// @ts-expect-error so is what this version does not know
createExhaustiveWebhookHandler(verifier, withoutUnknown);
// @ts-expect-error a default would hide a trigger that is missing
createExhaustiveWebhookHandler(verifier, { ...all, default: () => {} });
// @ts-expect-error each function gets the event of its own trigger
createExhaustiveWebhookHandler(verifier, { ...all, OPT_IN: (one) => one.message });
createExhaustiveWebhookHandler(verifier, { ...all, OPT_IN: async (one) => void one.opt_in_notification }) satisfies typeof handler;

// @ts-expect-error one of the two is needed
createBearerCheck({});
// @ts-expect-error and not both
createBearerCheck({ tokens: 'a', check: () => true });
// @ts-expect-error an answer that is no boolean is none
createBearerCheck({ check: () => 'yes' });
createBearerCheck({ tokens: ['a', 'b'] as const }) satisfies (headers: Headers) => Promise<boolean>;
requireBearer(handler, { check: async (token) => token.length > 0, onError: () => {} }) satisfies typeof handler;

await verifier.verify(new ReadableStream<Uint8Array>(), headers);
createWebhookVerifier({ secrets: 's', onMatch: ({ event: one, secretIndex }) => void [one.trigger, secretIndex satisfies number] });
createWebhookVerifier({ secrets: 's', replayGuard: { claim: () => 'replayed' } });
createWebhookVerifier({ secrets: 's', replayGuard: { claim: async () => ({ done: () => {}, release: async () => {} }) } });
// @ts-expect-error a yes is no lease
createWebhookVerifier({ secrets: 's', replayGuard: { claim: async () => true } });
// @ts-expect-error a lease can be done and released
createWebhookVerifier({ secrets: 's', replayGuard: { claim: () => ({ done: () => {} }) } });

// @ts-expect-error an option that is misspelt
createWebhookVerifier({ secret: 's' });
// @ts-expect-error numbers are no secrets
createWebhookVerifier({ secrets: () => 17 });
createWebhookVerifier({ secrets: ({ appId }) => (appId === '01' ? (['new', 'old'] as const) : undefined) });
createWebhookVerifier({ secrets: async ({ appId, url, headers, context }) => [appId, url, headers.get('x'), context].join() });

const { lease, ...match } = await verifier.lease(new Request('https://example.com'), { params: { tenant: 'a' } });
void [match.event.trigger, match.secretIndex satisfies number, match.url satisfies string | undefined, match.context satisfies unknown];
await lease.done();
await lease.release();

createWebhookHandler(verifier, {
  MESSAGE_INBOUND: (_event, { request, secretIndex, context }) => void [request satisfies Request, secretIndex satisfies number, context],
});

// What hosts pass beside a request, and what they take as a handler.
declare const nextContext: { params: Promise<{ tenant: string }> };
interface WorkerEnv {
  SECRET: string;
}
declare const env: WorkerEnv;
for (const context of [nextContext, env, 'text', 17, null, undefined, { tenant: 'a', nested: { any: 'thing' } }])
  handler(new Request('x'), context);
handler satisfies (request: Request, context: { params: Promise<{ tenant: string }> }) => Response | Promise<Response>;
handler satisfies (request: Request, env: WorkerEnv, context: { waitUntil(promise: Promise<unknown>): void }) => Promise<Response>;
({ fetch: handler }) satisfies { fetch(request: Request, info: { remoteAddr: string }): Response | Promise<Response> };
