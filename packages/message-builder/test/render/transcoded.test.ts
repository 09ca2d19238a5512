import { describe, expect, it } from 'vitest';
import { askLocation, calendar, card, carousel, choice, link, list, location, pin, render, reply } from '../../src/index.ts';
import { MESSAGES } from './messages.ts';

const MAP = 'https://www.google.com/maps/search/?api=1&query=55.610477,13.002873';

describe('a choice message as text, as in the pictures of the vendor', () => {
  const lines = '> TEXT\n> Sinch: https://www.sinch.com\n> Someone: 46732000000';

  it.each(['SMS', 'WHATSAPP', 'VIBERBM'] as const)('has a blank line before the choices on %s', (channel) => {
    expect(render(MESSAGES.choice, channel).text).toBe(`What do you want to do?\n\n${lines}`);
  });

  it('has no blank line on MMS', () => {
    expect(render(MESSAGES.choice, 'MMS').text).toBe(`What do you want to do?\n${lines}`);
  });

  it('links a place to its map', () => {
    const message = choice('Where?', [pin({ title: 'Find us', latitude: 55.610479, longitude: 13.002873 })]);
    expect(render(message, 'SMS').text).toBe(`Where?\n\n> Find us: ${MAP}`);
  });

  it('guesses that events and requests for a place show their fallback URL, and says that it guesses', () => {
    const event = calendar({
      title: 'Add it',
      eventTitle: 'Dentist',
      eventStart: '2027-03-01T09:00:00Z',
      eventEnd: '2027-03-01T09:30:00Z',
      fallbackUrl: 'https://example.com/a.ics',
    });
    const rendered = render(choice('Well?', [event, askLocation('Here I am', 'https://example.com/where')]), 'SMS');
    expect(rendered.text).toBe('Well?\n\n> Add it: https://example.com/a.ics\n> Here I am: https://example.com/where');
    expect(rendered.certainty).toBe('guess');
    expect(rendered.changes.filter(({ basis }) => basis === 'guess').map(({ path }) => path)).toStrictEqual([
      'choice_message.choices[0]',
      'choice_message.choices[1]',
    ]);
  });
});

describe('a card as text, as in the pictures of the vendor', () => {
  const choices = '> SUGGESTED REPLY\n> Someone: 46732000000\n> Sinch: https://www.sinch.com';

  it('is a line for each thing on SMS', () => {
    expect(render(MESSAGES.card, 'SMS').text).toBe(
      `This is the card title\nThis is the card description\nhttps://example.com/logo.png\n${choices}`,
    );
  });

  it('is the caption of its file on WhatsApp, with a bold title and an italic description', () => {
    const rendered = render(MESSAGES.card, 'WHATSAPP');
    const caption = `*This is the card title*\n_This is the card description_\n\n${choices}`;
    expect(rendered.parts).toMatchObject([
      { kind: 'media', url: 'https://example.com/logo.png', media: 'image', fileName: 'logo.png', caption, format: 'markup' },
    ]);
    expect(rendered.text).toBe(caption);
  });

  it('has blank lines around the URL on Viber', () => {
    expect(render(MESSAGES.card, 'VIBERBM').text).toBe(
      `*This is the card title*\n_This is the card description_\n\nhttps://example.com/logo.png\n\n${choices}`,
    );
  });

  it('is the file and then the text on MMS, with the title as subject and not in the text', () => {
    const { parts } = render(MESSAGES.card, 'MMS');
    expect(parts[0]).toMatchObject({ kind: 'media', url: 'https://example.com/logo.png' });
    expect(parts[1]).toMatchObject({
      kind: 'text',
      subject: 'This is the card title',
      text: `This is the card description\n${choices}`,
    });
  });
});

describe('a carousel as text, as in the pictures of the vendor', () => {
  const second = `2. This is the card 2 title\n> Map: ${MAP}`;

  it('numbers its cards on SMS, with a blank line between them', () => {
    expect(render(MESSAGES.carousel, 'SMS').text).toBe(
      `1. This is the card 1 title\nThis is the card 1 description\nhttps://example.com/logo.png\n> REPLY 1\n> REPLY 2\n\n${second}`,
    );
  });

  it('has bold numbers on WhatsApp', () => {
    expect(render(MESSAGES.carousel, 'WHATSAPP').text).toBe(
      `*1. This is the card 1 title*\n_This is the card 1 description_\nhttps://example.com/logo.png\n\n> REPLY 1\n> REPLY 2\n\n*2. This is the card 2 title*\n\n> Map: ${MAP}`,
    );
  });

  it('has neither numbers nor blank lines on MMS', () => {
    expect(render(MESSAGES.carousel, 'MMS').text).toBe(
      `This is the card 1 title\nThis is the card 1 description\nhttps://example.com/logo.png\n> REPLY 1\n> REPLY 2\nThis is the card 2 title\n> Map: ${MAP}`,
    );
  });

  it('guesses that the choices beside the cards come last', () => {
    const rendered = render(carousel([{ title: 'One' }, { description: 'Two' }], { choices: [reply('More')] }), 'SMS');
    expect(rendered.text).toBe('1. One\n\n2. Two\n\n> MORE');
    expect(rendered.certainty).toBe('guess');
  });

  it('numbers a card without words too', () => {
    expect(render(carousel([{ media: 'https://example.com/a.png' }, {}]), 'SMS').text).toBe('1. https://example.com/a.png\n\n2.');
  });
});

describe('a location as text', () => {
  it.each(['SMS', 'MMS', 'VIBERBM', 'INSTAGRAM', 'KAKAOTALK', 'WECHAT'] as const)('is its title and a link to the map on %s', (channel) => {
    expect(render(MESSAGES.location, channel).text).toBe(`Location Message: ${MAP}`);
  });

  it('says which coordinates are kept, as they are 32-bit floats', () => {
    expect(render(location({ title: 'T', latitude: 47.6279809, longitude: -0.5 }), 'WHATSAPP').parts).toStrictEqual([
      { kind: 'location', title: 'T', latitude: 47.62798, longitude: -0.5 },
    ]);
    const exact = render(location({ title: 'T', latitude: 13, longitude: 0 }), 'SMS');
    expect(exact.text).toContain('query=13,0');
    expect(exact.changes.some(({ path }) => path.endsWith('coordinates'))).toBe(false);
  });

  it.each(['RCS', 'MESSENGER'] as const)('is the title with one button that has the label on %s', (channel) => {
    const [title, choices] = render(MESSAGES.location, channel).parts;
    expect(title).toMatchObject({ kind: 'text', text: 'Location Message' });
    expect(choices).toMatchObject({ kind: 'choices', choices: [{ type: 'location', title: 'Open the map', target: MAP }] });
  });

  it('guesses that the button has the title where there is no label', () => {
    const rendered = render(location({ title: 'Shop', latitude: 1, longitude: 2 }), 'RCS');
    expect(rendered.parts[1]).toMatchObject({ choices: [{ title: 'Shop' }] });
    expect(rendered.certainty).toBe('guess');
  });
});

describe('a list as text', () => {
  it('is a guess on SMS', () => {
    const rendered = render(MESSAGES.list, 'SMS');
    expect(rendered.text).toBe('Lunch\n\nSoups\n> BORSCHT: With bread');
    expect(rendered.certainty).toBe('guess');
  });

  it('names products by their ids', () => {
    const shoes = list({ title: 'Shoes', catalogId: 'c', sections: [{ items: [{ id: 'shoe-7', marketplace: 'FACEBOOK' }] }] });
    expect(render(shoes, 'SMS').text).toBe('Shoes\n\n> shoe-7');
    expect(render(shoes, 'WHATSAPP').parts).toMatchObject([
      { kind: 'list', catalogId: 'c', sections: [{ items: [{ productId: 'shoe-7' }] }] },
    ]);
  });
});

describe('text on Viber Business Messages', () => {
  it('is cut after 1000 characters, never within one', () => {
    const message = card({ title: 'x'.repeat(996), choices: [link('a', 'b')] });
    const rendered = render(message, 'VIBERBM');
    expect(rendered.text).toHaveLength(1000);
    expect(rendered.changes).toContainEqual({
      path: 'card_message',
      kind: 'lost',
      what: 'Cut after 1000 characters.',
      basis: 'stated',
      limit: { most: 1000, actual: 1006, unit: 'characters' },
    });
    expect(render({ text_message: { text: `${'x'.repeat(999)}🎉` } }, 'VIBERBM').text).toBe('x'.repeat(999));
  });
});
