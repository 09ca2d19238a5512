import {
  createWebhookHandler,
  createWebhookVerifier,
  isWebhookVerificationError,
  memoryReplayGuard,
  type ReplayGuard,
  signWebhook,
  type WebhookVerifier,
} from '@convapi/webhook-verifier';
import { toNodeListener } from '@convapi/webhook-verifier/node';

const replayGuard: ReplayGuard = memoryReplayGuard();
export const verifier: WebhookVerifier = createWebhookVerifier({ secrets: ['now', 'before'], toleranceSeconds: 60, replayGuard });

export const POST: (request: Request) => Promise<Response> = createWebhookHandler(verifier, {
  MESSAGE_INBOUND: (event) => void event.message.channel_identity?.channel,
  OPT_OUT: async (event) => void event.opt_out_notification,
  default: ({ trigger }) => void trigger,
});
export const listener = toNodeListener(POST);

export async function onCallback(request: Request): Promise<string> {
  try {
    const event = await verifier.verify(request);
    return event.trigger === 'UNKNOWN' ? Object.keys(event).join() : event.trigger;
  } catch (error) {
    return isWebhookVerificationError(error) ? error.reason : 'not ours';
  }
}
const body = '{"message":{}}';
export const event = await verifier.verify(body, await signWebhook({ body, secret: 'now' }));
