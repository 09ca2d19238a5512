import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { call, card, carousel, check, choice, LIMITS, link, media, pin, type RenderChannel, render, reply } from '../../src/index.ts';
import { BUTTON_LIMITS } from '../../src/render/native-conditions.ts';
import { TEXT_LIMITS } from '../../src/render/text-limits.ts';

const place = pin({ title: 'Map', latitude: 1, longitude: 2 });

describe('choices on WhatsApp', () => {
  it.each([
    ['three replies', [reply('One'), reply('Two'), reply('Three')]],
    ['a single link', [link('Track', 'https://example.com')]],
    ['a caption of 20 characters', [reply('x'.repeat(20))]],
    ['20 characters as people count them', [reply('👩‍👩‍👧'.repeat(20))]],
    ['a postback of 229 bytes', [reply('One', 'x'.repeat(229))]],
    ['a mark that stands alone', [reply('2 * 3')]],
  ])('are buttons with %s', (_, choices) => {
    const rendered = render(choice('Well?', choices), 'WHATSAPP');
    expect(rendered).toMatchObject({ mode: 'native', certainty: 'stated' });
    expect(rendered.parts.map(({ kind }) => kind)).toStrictEqual(['text', 'choices']);
  });

  it.each([
    ['four replies', [reply('1'), reply('2'), reply('3'), reply('4')], 'choice_message.choices'],
    ['a link beside a reply', [reply('One'), link('Track', 'https://example.com')], 'choice_message.choices[1]'],
    ['a call', [call('Call', '+46701234567')], 'choice_message.choices[0]'],
    ['a place', [place], 'choice_message.choices[0]'],
    ['a caption of 21 characters', [reply('x'.repeat(21))], 'choice_message.choices[0]'],
    ['the same caption twice', [reply('Yes'), reply('Yes')], 'choice_message.choices[1]'],
    ['Markdown in a caption', [reply('Say *yes*')], 'choice_message.choices[0]'],
    ['a postback of 230 bytes', [reply('One', `${'x'.repeat(228)}é`)], 'choice_message.choices[0]'],
    ['no choice', [], 'choice_message.choices'],
  ])('are text with %s', (_, choices, path) => {
    const rendered = render(choice('Well?', choices), 'WHATSAPP');
    expect(rendered.mode).toBe('text');
    expect(rendered.changes[0]).toMatchObject({ path, kind: 'changed', basis: 'stated' });
  });

  it('are text under a body of over 1024 characters', () => {
    expect(render(choice('x'.repeat(1024), [reply('Yes')]), 'WHATSAPP').mode).toBe('native');
    expect(render(choice('x'.repeat(1025), [reply('Yes')]), 'WHATSAPP').mode).toBe('text');
  });

  it('keep their footer only as buttons', () => {
    const [text] = render(choice('Well?', [reply('Yes')], { whatsappFooter: 'Until six' }), 'WHATSAPP').parts;
    expect(text).toMatchObject({ footer: 'Until six' });
    const rewritten = render(choice('Well?', [place], { whatsappFooter: 'Until six' }), 'WHATSAPP');
    expect(rewritten.changes).toContainEqual(
      expect.objectContaining({ path: 'choice_message.message_properties.whatsapp_footer', kind: 'lost' }),
    );
  });

  it('are text exactly when check says that they are not buttons', () => {
    const caption = fc.oneof(fc.string({ maxLength: 24 }), fc.constantFrom('Yes', '*No*', '_', 'x'.repeat(21), '👍🏽'.repeat(12)));
    const one = fc.oneof(
      fc.tuple(caption, fc.string({ maxLength: 8 })).map(([title, postback]) => reply(title, postback)),
      caption.map((title) => link(title, 'https://example.com')),
      fc.constant(call('Call', '+46701234567')),
    );
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 4 }), (choices) => {
        const message = choice('Well?', choices);
        const issues = check(message, ['WHATSAPP']).filter(({ channel, severity }) => channel === 'WHATSAPP' && severity !== 'info');
        expect(render(message, 'WHATSAPP').mode).toBe(issues.length === 0 ? 'native' : 'text');
      }),
    );
  });
});

describe('cards on WhatsApp', () => {
  const good = { title: 'Order 17', description: 'With you tomorrow.', media: 'https://example.com/a.jpg', choices: [reply('Yes')] };

  it('are cards under the conditions of the vendor', () => {
    expect(render(card(good), 'WHATSAPP')).toMatchObject({ mode: 'native', parts: [{ kind: 'card', title: 'Order 17' }] });
    expect(render(card({ ...good, media: 'https://example.com/a.mp4' }), 'WHATSAPP').mode).toBe('native');
  });

  it('show their header where there is no media', () => {
    const { media: _, ...plain } = good;
    const [part] = render(card({ ...plain, whatsappHeader: 'News' }), 'WHATSAPP').parts;
    expect(part).toMatchObject({ kind: 'card', header: 'News' });
  });

  it.each([
    ['a title of over 1024 characters', { ...good, title: 'x'.repeat(1025) }, 'title'],
    ['a description of over 60 characters', { ...good, description: 'x'.repeat(61) }, 'description'],
    ['no title', { ...good, title: undefined }, 'title'],
    ['no choice', { ...good, choices: [] }, 'choices'],
    ['a document', { ...good, media: 'https://example.com/a.pdf' }, 'media_message.url'],
  ])('are a file with a caption, or text, with %s', (_, options, field) => {
    const rendered = render(card(options), 'WHATSAPP');
    expect(rendered.mode).toBe('mixed');
    expect(rendered.changes[0]?.path).toBe(`card_message.${field}`);
  });

  it('lose their header when they are no cards', () => {
    const rendered = render(card({ title: 'T', whatsappHeader: 'News' }), 'WHATSAPP');
    expect(rendered.changes).toContainEqual(
      expect.objectContaining({ path: 'card_message.message_properties.whatsapp_header', kind: 'lost' }),
    );
  });
});

describe('Viber Business Messages', () => {
  it.each([
    ['a link', link('Track', 'https://example.com')],
    ['a call', call('Call', '+46701234567')],
    ['a place', place],
  ])('have one button, for %s', (_, only) => {
    expect(render(choice('Well?', [only]), 'VIBERBM').mode).toBe('native');
    expect(render(choice('Well?', [only, only]), 'VIBERBM').mode).toBe('text');
    expect(render(card({ title: 'T', media: 'https://example.com/a.png', choices: [only] }), 'VIBERBM').mode).toBe('native');
    expect(render(card({ title: 'T', media: 'https://example.com/a.gif', choices: [only] }), 'VIBERBM').mode).toBe('text');
    expect(render(card({ title: 'T', choices: [only] }), 'VIBERBM').mode).toBe('text');
  });

  it('have no button for a reply', () => {
    expect(render(choice('Well?', [reply('Yes')]), 'VIBERBM').text).toBe('Well?\n\n> YES');
  });

  it('cut the caption after 30 characters', () => {
    const rendered = render(choice('Well?', [link('x'.repeat(31), 'https://example.com')]), 'VIBERBM');
    expect(rendered.parts[1]).toMatchObject({ choices: [{ title: 'x'.repeat(30) }] });
    expect(rendered.changes).toContainEqual(expect.objectContaining({ kind: 'lost', path: 'choice_message.choices[0]' }));
  });
});

describe('files', () => {
  it.each<[RenderChannel, string, 'native' | 'text']>([
    ['WHATSAPP', 'https://example.com/a.JPG?x=1.exe#f', 'native'],
    ['WHATSAPP', 'https://example.com/a.gif', 'text'],
    ['WHATSAPP', 'https://example.com/a.webp', 'native'],
    ['WHATSAPP', 'https://example.com/a.wav', 'text'],
    ['WHATSAPP', 'https://example.com/a.zip', 'native'],
    ['VIBERBM', 'https://example.com/a.jpeg', 'native'],
    ['VIBERBM', 'https://example.com/a.xlsx', 'native'],
    ['VIBERBM', 'https://example.com/a.mp4', 'text'],
    ['INSTAGRAM', 'https://example.com/a.png', 'native'],
    ['INSTAGRAM', 'https://example.com/a.pdf', 'text'],
    ['RCS', 'https://example.com/a.pdf', 'native'],
    ['SMS', 'https://example.com/a.png', 'text'],
  ])('on %s: %s is %s', (channel, url, mode) => {
    expect(render(media(url), channel).mode).toBe(mode);
  });

  it.each(['https://example.com', 'https://example.com/files/17', 'https://a.b/constructor.constructor', '', 'not a url'])(
    'are taken when the URL does not tell what they are, as a guess: %s',
    (url) => {
      expect(render(media(url), 'WHATSAPP')).toMatchObject({ mode: 'native', certainty: 'guess' });
    },
  );

  it('have the name that is given, else the one in the URL', () => {
    expect(render(media({ url: 'https://a.b/c/x.pdf?y', filename_override: 'Invoice.pdf' }), 'RCS').parts).toMatchObject([
      { fileName: 'Invoice.pdf' },
    ]);
    expect(render(media('https://a.b/c/x.pdf?y'), 'RCS').parts).toMatchObject([{ fileName: 'x.pdf', media: 'document' }]);
  });
});

describe('channels with habits of their own', () => {
  it('RCS sends a row of one card as a card', () => {
    expect(render(carousel([{ title: 'Only' }], { choices: [reply('More')] }), 'RCS').parts).toMatchObject([
      { kind: 'card', title: 'Only' },
      { kind: 'choices' },
    ]);
  });

  it('Instagram has no choices beside a row of cards, and images only on cards', () => {
    const rendered = render(
      carousel([{ title: 'A', media: 'https://a.b/c.mp4' }, { title: 'B' }], { choices: [reply('More')] }),
      'INSTAGRAM',
    );
    expect(rendered.parts).toStrictEqual([
      {
        kind: 'carousel',
        cards: [
          { title: 'A', choices: [] },
          { title: 'B', choices: [] },
        ],
      },
    ]);
    expect(rendered.changes.map(({ path, kind }) => `${kind} ${path}`)).toStrictEqual([
      'lost carousel_message.cards[0].media_message',
      'lost carousel_message.choices',
    ]);
  });

  it('Viber says in its captions where links and calls lead', () => {
    expect(render(choice('Well?', [link('Sinch', 'https://sinch.com'), reply('No')]), 'VIBER').parts[1]).toMatchObject({
      choices: [{ title: 'Sinch: https://sinch.com' }, { title: 'No' }],
    });
  });

  it('only RCS keeps the height of a card', () => {
    expect(render(card({ title: 'T', height: 'TALL' }), 'RCS').parts).toMatchObject([{ height: 'TALL' }]);
    expect(render(card({ title: 'T', height: 'TALL' }), 'SMS').changes).toContainEqual(
      expect.objectContaining({ path: 'card_message.height', kind: 'lost' }),
    );
  });
});

it('has the figures of the table of limits', () => {
  const { WHATSAPP } = LIMITS;
  expect(BUTTON_LIMITS.WHATSAPP).toStrictEqual({
    choices: WHATSAPP.choicesMax.value,
    titleChars: WHATSAPP.choiceTitleChars.value,
    bodyChars: WHATSAPP.choiceBodyChars.value,
    postbackChars: WHATSAPP.postbackChars.value,
    cardTitleChars: WHATSAPP.cardTitleChars.value,
    cardDescriptionChars: WHATSAPP.cardDescriptionChars.value,
  });
  const rows = { text: 'textChars', choiceTitle: 'choiceTitleChars', cardTitle: 'cardTitleChars', cardDescription: 'cardDescriptionChars' };
  let compared = 0;
  for (const [channel, limits] of Object.entries(TEXT_LIMITS)) {
    for (const [field, name] of Object.entries(rows)) {
      const row = limits[field as keyof typeof rows];
      const { value } = (LIMITS[channel as keyof typeof LIMITS] as unknown as Record<string, { value: number | { bytes: number } | null }>)[
        name
      ] ?? { value: null };
      if (row === undefined || value === null) continue;
      expect(row[0], `${channel} ${field}`).toBe(typeof value === 'number' ? value : value.bytes);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(12);
});
