/** A receiver of this trigger, with the toolkit. */
export function toHandler(trigger: string): string {
  return `import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';

const verifier = createWebhookVerifier({ secrets: [process.env.WEBHOOK_SECRET] });

export const handler = createWebhookHandler(verifier, {
  ${trigger}: async (event) => {
    console.log(event);
  },
});`;
}
