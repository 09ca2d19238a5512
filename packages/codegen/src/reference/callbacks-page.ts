import { jsonSchema, refName } from '../openapi.ts';
import { fieldsOf } from './fields.ts';
import { collapsed, fence, frontMatter, prose, table } from './markdown.ts';
import { type Reference, ROOT } from './reference.ts';

/** Keys that every callback has. */
const ENVELOPE = 'ConversationCallbackEvent';

/** The page of what the service posts to a webhook. */
export function callbacksPage(reference: Reference, order: number): string {
  const callbacks = Object.entries(reference.spec.conversation.webhooks ?? {});
  const rows = callbacks.map(([trigger, { post }]) => [`[\`${trigger}\`](#${trigger})`, prose(`${post.summary ?? ''}.`)] as const);
  return [
    ...frontMatter({
      title: 'Callbacks',
      description: `The ${callbacks.length} kinds of callbacks that the Sinch Conversation API posts to a webhook, with a signed example of each.`,
      order,
    }),
    `The service posts ${callbacks.length} kinds of callbacks. A webhook gets those of its \`triggers\`: see [webhooks](${ROOT}/webhooks#create).`,
    '',
    ...table(['Trigger', 'When'], rows),
    ...receiving(reference),
    ...callbacks.flatMap(([trigger]) => callbackSection(reference, trigger)),
  ].join('\n');
}

const RECEIVER = `import { createWebhookHandler, createWebhookVerifier } from '@convapi/webhook-verifier';

const verifier = createWebhookVerifier({ secrets: ['the secret of your webhook'] });

export default {
  fetch: createWebhookHandler(verifier, {
    MESSAGE_INBOUND: ({ message }) => console.log(message.contact_message?.text_message?.text),
    MESSAGE_DELIVERY: ({ message_delivery_report: report }) => console.log(report.message_id, report.status),
  }),
};`;

function receiving(reference: Reference): string[] {
  return [
    '## Receive and verify {#receive}',
    '',
    'Answer with any 2xx. After any other answer the service sends the callback again. The handler below verifies the signature, and hands each kind of callback to its function, typed:',
    '',
    ...fence('ts twoslash', RECEIVER),
    'Verify the raw body, before anything parses it. The signature is made over the bytes.',
    '',
    `Every callback has the fields of ${reference.linkTo(ENVELOPE)}, and one more, which its trigger names:`,
    '',
    ...collapsed('Fields of every callback', fieldsOf(reference, { $ref: `#/components/schemas/${ENVELOPE}` }, 0)),
    'The service signs a callback when its webhook has a `secret`:',
    '',
    ...table(['Header', 'Meaning'], signatureRows(reference)),
    `The examples below are signed with the secret \`${reference.secret}\`. The signature is made over the body exactly as it is shown, without a line break at its end. They are old: a verifier refuses them as \`timestamp_out_of_tolerance\` unless you set its clock (\`now\`).`,
    '',
  ];
}

function signatureRows({ spec }: Reference): [string, string][] {
  const parameters = Object.values(spec.conversation.components.parameters ?? {}).filter((one) => one.in === 'header');
  return parameters.map(({ name, description = '' }) => [`\`${name}\``, prose(description)]);
}

function callbackSection(reference: Reference, trigger: string): string[] {
  const post = reference.spec.conversation.webhooks?.[trigger]?.post;
  const schema = jsonSchema(post?.requestBody) ?? {};
  const callback = reference.callbacks[trigger];
  if (!post || !callback) throw new Error(`[@convapi/codegen] There is no example of the callback ${trigger}.`);
  const lines = Object.entries(callback.headers).map(([name, value]) => `${name}: ${value}`);
  const message = ['POST /callbacks HTTP/1.1', ...lines, '', callback.body].join('\n');
  return [
    `## ${trigger} {#${trigger}}`,
    '',
    prose(`**${post.summary ?? ''}.** ${post.description ?? ''}`),
    '',
    `Body: ${reference.linkTo(refName(schema) ?? '')}`,
    '',
    ...collapsed('Fields', fieldsOf(reference, schema, 1, [ENVELOPE])),
    ...collapsed('Example', fence('http', message)),
  ];
}
