import type { Document, Schema } from '../openapi.ts';
import { jsonSchema } from '../openapi.ts';
import { callbackSample } from './callback-samples.ts';
import { type Folder, type Item, jsonBody, script, url } from './collection.ts';
import { FORGE, SIGN } from './scripts.ts';

/** One signed callback a trigger, sent to the receiver as the service would, and one that is forged. */
export function callbacksFolder(document: Document, schemas: Record<string, Schema>): Folder {
  const triggers = Object.entries(document.webhooks ?? {});
  const samples = triggers.map(([trigger, { post }]) =>
    sample(trigger, `${post.summary ?? trigger}.`, callbackSample(schemas, trigger, jsonSchema(post.requestBody) ?? {})),
  );
  const [first] = samples;
  return {
    name: 'Signed callbacks',
    description:
      'What the service posts to a webhook, signed with WEBHOOK_SECRET and sent to WEBHOOK_URL, to try a receiver out without waiting for a message. A receiver that checks signatures takes all of these and refuses the forged one.',
    item: first ? [...samples, forged(first)] : [],
  };
}

function sample(trigger: string, description: string, body: unknown): Item {
  return {
    id: `callback-${trigger}`,
    name: trigger,
    event: [script('prerequest', SIGN), script('test', "pm.test('is taken', () => pm.response.to.be.success);")],
    request: {
      method: 'POST',
      auth: { type: 'noauth' },
      header: [{ key: 'Content-Type', value: 'application/json' }],
      url: url('{{WEBHOOK_URL}}', ''),
      description,
      body: jsonBody(body),
    },
    response: [],
  };
}

function forged(item: Item): Item {
  return {
    ...item,
    id: 'callback-forged',
    name: 'Forged: must be refused',
    event: [
      script('prerequest', `${SIGN.trim()}${FORGE}`),
      script('test', "pm.test('is refused', () => pm.expect(pm.response.code).to.be.within(400, 499));"),
    ],
    request: { ...item.request, description: 'The signature was made by somebody who does not know the secret.' },
  };
}
