import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { MessageView } from '../src/index.ts';
import { inbound, submit, text } from './callbacks.ts';
import { type Harness, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let inbox: Harness;
let count = 0;
beforeAll(async () => {
  inbox = await startHarness();
});
afterAll(() => inbox.close());

/** One inbound message as it is shown, sent to a new conversation after `offer` went out there. */
async function shown(contactMessage: object, offer?: object): Promise<MessageView> {
  count += 1;
  const who = { channel: 'RCS', identity: `4670300000${count}` };
  if (offer) await inbox.callback(submit(who, `OFFER${count}`, offer));
  const message = JSON.parse(JSON.stringify(contactMessage).replaceAll('OFFER', `OFFER${count}`));
  await inbox.callback(inbound(who, `CONTENT${count}`, message, 50));
  const { id, last } = await inbox.conversationWith(who.identity);
  const [entry] = (await inbox.messages(id)).slice(-1);
  expect(last?.summary).toBe(entry?.summary);
  return entry as MessageView;
}

const OFFER = {
  card_message: {
    title: 'Your table is ready',
    choices: [
      { text_message: { text: 'On my way' }, postback_data: 'coming' },
      { text_message: { text: 'Cancel' } },
      { url_message: { title: 'Menu', url: 'https://example.com/menu' }, postback_data: 'menu' },
    ],
  },
};

function tap(postback: string) {
  return { choice_response_message: { message_id: 'OFFER', postback_data: postback } };
}

it('shows the caption of a tapped choice', async () => {
  expect(await shown(tap('coming'), OFFER)).toMatchObject({ tapped: 'On my way', summary: 'On my way' });
});

it('finds the caption behind a postback that the service made', async () => {
  expect(await shown(tap('OFFER_Cancel'), OFFER)).toMatchObject({ tapped: 'Cancel' });
});

it('finds captions in carousels and lists', async () => {
  const carousel = { carousel_message: { cards: [{ title: 'Room', choices: [{ text_message: { text: 'Book' }, postback_data: 'b' }] }] } };
  expect(await shown(tap('b'), carousel)).toMatchObject({ tapped: 'Book' });
  const list = { list_message: { title: 'Pizzas', sections: [{ items: [{ choice: { title: 'Margherita', postback_data: 'm' } }] }] } };
  expect(await shown(tap('m'), list)).toMatchObject({ tapped: 'Margherita' });
});

it('shows the postback where the offer is not known, without the id that the service puts before it', async () => {
  expect(await shown(tap('coming'))).toMatchObject({ tapped: 'coming' });
  expect(await shown(tap('OFFER_On my way'))).toMatchObject({ tapped: 'On my way' });
});

it('shows what a message answers', async () => {
  const { replyTo } = await shown({ ...text('Which one?'), reply_to: { message_id: 'OFFER' } }, OFFER);
  expect(replyTo).toEqual({ messageId: expect.any(String), summary: 'Your table is ready' });
});

it.each([
  [{ media_card_message: { url: 'https://example.com/a/my%20car.jpg', caption: 'Here?' } }, 'Here?'],
  [{ media_message: { url: 'https://example.com/a/my%20car.jpg' } }, 'my car.jpg'],
  [{ media_message: { url: 'https://example.com/%E0%A4%A' } }, '%E0%A4%A'],
  [{ media_message: { url: 'no address' } }, 'Attachment'],
  [{ location_message: { title: '', label: 'Home', coordinates: { latitude: 55.5, longitude: 0 } } }, 'Location'],
  [{ list_message: { title: 'Pizzas', sections: [] } }, 'Pizzas'],
  [{ contact_info_message: { name: { full_name: 'Ada Lovelace' }, phone_numbers: [] } }, 'Ada Lovelace'],
  [{ template_message: { omni_template: { template_id: 'T1', version: '1' } } }, 'Template T1'],
  [{ template_message: { channel_template: { WHATSAPP: { template_id: 'hello' } } } }, 'Template hello'],
  [{ product_response_message: { products: [{ id: 'p1', marketplace: 'm' }] } }, '1 product'],
  [{ carousel_message: { cards: [{ title: 'Room' }] } }, 'Room'],
  [{ fallback_message: { raw_message: 'raw' } }, 'raw'],
  [{ something_new_message: {} }, 'Unsupported: something new'],
])('has a line for each kind: %j', async (message, summary) => {
  expect(await shown(message)).toMatchObject({ summary, message });
});

it('shows what the service itself could not map', async () => {
  const callback = {
    id: 'U1',
    channel: 'MESSENGER',
    payload: '{"object":"page"}',
    channel_identity: { channel: 'MESSENGER', identity: 'psid-1' },
  };
  expect(await inbox.callback({ unsupported_callback: callback })).toBe(200);
  const { id } = await inbox.conversationWith('psid-1');
  expect(await inbox.messages(id)).toMatchObject([{ channel: 'MESSENGER', summary: 'Message that the service cannot show' }]);
});

it('puts a reaction beside its message, and takes it away again; either is an entry that somebody has to see', async () => {
  const who = { channel: 'WHATSAPP', identity: '46703999901' };
  await inbox.callback(submit(who, 'REACTED', text('Dinner at eight?')));
  const react = (id: string, action: string, second: number) => ({
    event: {
      ...inbound(who, id, {}, second).message,
      contact_message_event: { reaction_event: { emoji: '👍', action, message_id: 'REACTED' } },
    },
  });
  await inbox.callback(react('R1', 'REACTION_ACTION_REACT', 20));
  const { id, unread } = await inbox.conversationWith('46703999901');
  expect(unread).toBe(1);
  const [dinner, thumb] = await inbox.messages(id);
  expect(dinner).toMatchObject({ reactions: ['👍'] });
  expect(thumb).toMatchObject({ reaction: '👍', summary: '👍', replyTo: { messageId: dinner?.id, summary: 'Dinner at eight?' } });
  await inbox.callback(react('R2', 'REACTION_ACTION_UNREACT', 21));
  expect((await inbox.messages(id))[0]?.reactions).toEqual([]);
});

it('shows a comment, with where it was made', async () => {
  const who = { channel: 'INSTAGRAM', identity: 'ig-1' };
  const comment_event = { text: 'So nice!', commented_on: 'https://www.instagram.com/p/1/', comment_type: 'FEED' };
  await inbox.callback({ event: { ...inbound(who, 'COMMENT1', {}).message, contact_event: { comment_event } } });
  const { id } = await inbox.conversationWith('ig-1');
  expect(await inbox.messages(id)).toMatchObject([
    { direction: 'in', comment: { text: 'So nice!', on: 'https://www.instagram.com/p/1/' }, summary: 'So nice!' },
  ]);
});

it.each([true, false])('keeps nothing of what was redacted, whichever comes first: %s', async (messageFirst) => {
  const who = { channel: 'SMS', identity: `4670399998${Number(messageFirst)}` };
  const original = inbound(who, `RED${messageFirst}`, text('My card is 4111 1111'));
  const redaction = { message_redaction: inbound(who, `RED${messageFirst}`, text('My card is {REDACTED}')).message };
  for (const callback of messageFirst ? [original, redaction] : [redaction, original]) await inbox.callback(callback);
  const { id } = await inbox.conversationWith(who.identity);
  expect(await inbox.messages(id)).toMatchObject([{ redacted: true, summary: 'My card is {REDACTED}' }]);
  expect(await inbox.conversations('&q=4111')).toEqual([]);
});

it('notes that somebody opted out of a channel, and back in', async () => {
  const who = { channel: 'SMS', identity: '46703999970', contact: 'OPT' };
  await inbox.callback(inbound(who, 'OPT1', text('STOP')));
  const notification = { channel: 'SMS', contact_id: 'OPT', identity: '46703999970' };
  await inbox.callback({ opt_out_notification: { ...notification, status: 'OPT_OUT_FAILED' } });
  expect((await inbox.conversationWith('46703999970')).addresses).toMatchObject([{ optedOut: false }]);
  await inbox.callback({ opt_out_notification: { ...notification, status: 'OPT_OUT_SUCCEEDED' } });
  expect((await inbox.conversationWith('46703999970')).addresses).toMatchObject([{ channel: 'SMS', optedOut: true }]);
  await inbox.callback({ opt_in_notification: { ...notification, status: 'OPT_IN_SUCCEEDED' } });
  const { id, addresses } = await inbox.conversationWith('46703999970');
  expect(addresses).toMatchObject([{ optedOut: false }]);
  expect((await inbox.messages(id)).flatMap(({ event }) => event ?? [])).toEqual([
    { kind: 'opted_out', channel: 'SMS' },
    { kind: 'opted_in', channel: 'SMS' },
  ]);
});
