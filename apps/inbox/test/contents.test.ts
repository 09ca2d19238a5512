import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Content } from '../src/index.ts';
import { inbound, submit, text } from './callbacks.ts';
import { type Harness, startHarness } from './harness.ts';

let inbox: Harness;
let count = 0;
beforeAll(async () => {
  inbox = await startHarness();
});
afterAll(() => inbox.close());

/** The content of one inbound message, sent to a new conversation after `offer` went out there. */
async function contentOf(contactMessage: object, offer?: object) {
  count += 1;
  const who = { channel: 'RCS', identity: `4670300000${count}` };
  if (offer) await inbox.callback(submit(who, `OFFER${count}`, offer));
  const message = JSON.parse(JSON.stringify(contactMessage).replaceAll('OFFER', `OFFER${count}`));
  await inbox.callback(inbound(who, `CONTENT${count}`, message, 50));
  const { id, last } = await inbox.conversationWith(who.identity);
  const [shown] = (await inbox.messages(id)).slice(-1);
  return { content: shown?.content as Content, replyTo: shown?.replyTo, preview: last.preview };
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

it('shows the caption of a tapped choice and the message that offered it', async () => {
  expect(await contentOf(tap('coming'), OFFER)).toMatchObject({
    content: { kind: 'answer', text: 'On my way', question: 'Your table is ready' },
    preview: 'On my way',
  });
});

it('finds the caption behind a postback that the service made', async () => {
  expect((await contentOf(tap('OFFER_Cancel'), OFFER)).content).toMatchObject({ text: 'Cancel' });
});

it('finds captions in carousels and lists', async () => {
  const carousel = { carousel_message: { cards: [{ title: 'Room', choices: [{ text_message: { text: 'Book' }, postback_data: 'b' }] }] } };
  expect((await contentOf(tap('b'), carousel)).content).toMatchObject({ text: 'Book', question: 'Room' });
  const list = { list_message: { title: 'Pizzas', sections: [{ items: [{ choice: { title: 'Margherita', postback_data: 'm' } }] }] } };
  expect((await contentOf(tap('m'), list)).content).toMatchObject({ text: 'Margherita' });
});

it('shows the postback where the offer is not known, without the id that the service puts before it', async () => {
  expect((await contentOf(tap('coming'))).content).toEqual({ kind: 'answer', text: 'coming', question: '' });
  expect((await contentOf(tap('OFFER_On my way'))).content).toMatchObject({ text: 'On my way' });
});

it('shows what a message answers', async () => {
  expect((await contentOf({ ...text('Which one?'), reply_to: { message_id: 'OFFER' } }, OFFER)).replyTo).toBe('Your table is ready');
});

it('shows media with its name and caption', async () => {
  expect(await contentOf({ media_card_message: { url: 'https://example.com/a/my%20car.jpg', caption: 'Here?' } })).toMatchObject({
    content: { kind: 'media', url: 'https://example.com/a/my%20car.jpg', name: 'my car.jpg', caption: 'Here?' },
    preview: 'Here?',
  });
  expect((await contentOf({ media_message: { url: 'https://example.com/%E0%A4%A' } })).content).toMatchObject({ name: '%E0%A4%A' });
  expect((await contentOf({ media_message: { url: 'no address' } })).content).toMatchObject({ url: 'no address', name: '' });
});

it('shows a place with a link to a map', async () => {
  const place = { location_message: { title: '', label: 'Home', coordinates: { latitude: 55.5, longitude: 0 } } };
  expect(await contentOf(place)).toMatchObject({
    content: { kind: 'location', label: 'Home', url: 'https://www.openstreetmap.org/?mlat=55.5&mlon=0#map=15/55.5/0' },
    preview: 'Location',
  });
});

it('shows what it does not know as such, with its details', async () => {
  const order = { product_response_message: { products: [{ id: 'p1', marketplace: 'm' }] } };
  expect(await contentOf(order)).toMatchObject({
    content: { kind: 'other', label: 'product response' },
    preview: 'Unsupported: product response',
  });
  const { content } = await contentOf({ fallback_message: { raw_message: '{"a":1}' } });
  expect(content.kind === 'other' && JSON.parse(content.json)).toEqual({ fallback_message: { raw_message: '{"a":1}' } });
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
  expect(await inbox.messages(id)).toMatchObject([{ channel: 'MESSENGER', content: { kind: 'other', label: 'unsupported' } }]);
});

it('shows a reaction as its emoji, and that one was taken back', async () => {
  const react = (action: string) => ({ reaction_event: { emoji: '👍', action, message_id: 'OFFER' }, reply_to: { message_id: 'OFFER' } });
  expect((await contentOf(react('REACTION_ACTION_REACT'), OFFER)).content).toEqual({ kind: 'text', text: '👍' });
  expect((await contentOf(react('REACTION_ACTION_UNREACT'), OFFER)).content).toEqual({ kind: 'text', text: '(reaction taken back)' });
});
