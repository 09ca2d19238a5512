import { WEBHOOK_PAYLOAD_KEYS, type WebhookEvents } from '@convapi/core';
import { deliveryReport } from '../fixtures/message-payloads.ts';
import { createPayloads, toEvent } from '../fixtures/payloads.ts';
import type { Range } from '../range.ts';
import { isAccepted, withHeader } from '../sending/shot.ts';
import { type Check, checkShot, judge, type ShotCheck } from './check.ts';

const REFUSED_FIX =
  'Sign raw body + "." + nonce + "." + timestamp with HMAC-SHA256, the secret as UTF-8 text for key, and compare in base64. Check that both sides have the same secret.';

/** What the service sends must be taken. The very first is the plainest of all: see `diagnose`. */
export function genuineChecks(): Check[] {
  return [...Object.values(WEBHOOK_PAYLOAD_KEYS).map(triggerCheck), ...variants().map(checkShot), reorderedCheck()];
}

function triggerCheck(trigger: keyof WebhookEvents): Check {
  return checkShot({
    id: `genuine:${trigger.toLowerCase().replaceAll('_', '-')}`,
    group: 'genuine',
    title: `takes ${trigger}`,
    sent: `a signed callback of ${trigger}`,
    expect: 'accepted',
    fix: REFUSED_FIX,
    crashFix: `Your code for ${trigger} throws. Read optional fields as optional, and answer 2xx to kinds that you do not use.`,
    shot(range) {
      const facts = range.newFacts();
      return range.callback(toEvent(facts, createPayloads(facts)[trigger]));
    },
  });
}

function variants(): ShotCheck[] {
  const common = { group: 'genuine', expect: 'accepted', fix: REFUSED_FIX } as const;
  const unknown = 'Answer 2xx to kinds and fields that you do not know, and drop them: the service adds new ones without notice.';
  return [
    {
      ...common,
      id: 'genuine:unknown-kind',
      title: 'takes a kind of callback that it does not know',
      sent: 'a signed callback with the payload key "brand_new_notification"',
      fix: unknown,
      crashFix: unknown,
      shot: (range) => range.callback(toEvent(range.newFacts(), { brand_new_notification: { id: '1' } })),
    },
    {
      ...common,
      id: 'genuine:unknown-fields',
      title: 'takes new fields and new values',
      sent: 'a signed MESSAGE_DELIVERY with a new status and two new fields',
      fix: unknown,
      crashFix: unknown,
      shot(range) {
        const facts = range.newFacts();
        const report = { ...deliveryReport(facts, 'READ'), status: 'BRAND_NEW_STATUS', brand_new: { list: [1] } };
        return range.callback({ ...toEvent(facts, { message_delivery_report: report }), also_new: true });
      },
    },
    {
      ...common,
      id: 'genuine:header-casing',
      title: 'finds the headers in any casing',
      sent: 'a signed callback with its signature headers in upper case',
      fix: 'Header names have no casing, and proxies change it: look them up without regard to it.',
      async shot(range) {
        const shot = await range.message('Hello in capitals');
        return { ...shot, headers: shot.headers.map(([name, value]) => [name.toUpperCase(), value]) };
      },
    },
    {
      ...common,
      id: 'genuine:charset',
      title: 'takes a content type with a charset',
      sent: 'a signed callback with "content-type: application/json; charset=utf-8"',
      fix: 'Compare the media type without its parameters, or read the body whatever the content type says.',
      shot: async (range) => withHeader(await range.message('Hello'), 'content-type', 'application/json; charset=utf-8'),
    },
    {
      ...common,
      id: 'genuine:large',
      title: 'takes a body of 200 KiB',
      sent: 'a signed callback of 200 KiB',
      fix: 'Raise the limit of your body parser, many stop at 100 KiB: express.raw({ type: "*/*", limit: "1mb" }).',
      shot: (range) => range.message('a'.repeat(Math.min(200 * 1024, range.maxBodyBytes / 2))),
    },
  ];
}

/** Nothing promises an order: reports may overtake each other. */
function reorderedCheck(): Check {
  const fix =
    'Take callbacks in any order: compare a timestamp with the clock, never with that of the callback before, and let a later status win.';
  return {
    id: 'genuine:reordered',
    group: 'genuine',
    title: 'takes callbacks out of order',
    sent: 'READ, DELIVERED and QUEUED_ON_CHANNEL of one message, each signed some seconds before the one sent before it',
    expected: '2xx, three times',
    async run(range: Range) {
      const facts = range.newFacts();
      let age = 0;
      for (const status of ['READ', 'DELIVERED', 'QUEUED_ON_CHANNEL'] as const) {
        const event = toEvent(facts, { message_delivery_report: deliveryReport(facts, status) });
        const answer = await range.send(await range.callback(event, { age }));
        if (!isAccepted(answer)) return judge(range, answer, 'accepted', { fix, crashFix: fix });
        age -= Math.min(5, range.toleranceSeconds / 4);
      }
      return { passed: true, received: '2xx, three times' };
    },
  };
}

/** The plain callback by which the rest is judged. */
export function firstShot(range: Range) {
  return range.message('Hello, is order 17 on its way?');
}
