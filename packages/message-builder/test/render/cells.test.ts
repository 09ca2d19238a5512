import { describe, expect, it } from 'vitest';
import { formatRendered, type RenderChannel, render } from '../../src/index.ts';
import { ALL_CHANNELS, MESSAGES } from './messages.ts';

/** What is known of a type on a channel: mode, how sure, the kinds of its parts. */
type Cell = `${'native' | 'text' | 'mixed' | 'unknown'} ${'stated' | 'inferred' | 'guess' | 'unknown'}: ${string}`;

/** The table of the vendor's page of message types and of the pages of the types; where they are silent, `unknown`. */
const TABLE: Record<keyof typeof MESSAGES, Record<RenderChannel, Cell>> = {
  text: {
    ...all('native stated: text'),
    KAKAOTALKCHAT: 'unknown unknown: text',
  },
  // A kind of video that WhatsApp, Viber and Instagram do not take: the vendor says that such a file is sent as its URL.
  media: {
    ...all('native stated: media'),
    SMS: 'text inferred: text',
    WHATSAPP: 'text inferred: text',
    VIBERBM: 'text inferred: text',
    INSTAGRAM: 'text inferred: text',
    KAKAOTALKCHAT: 'unknown unknown: text',
    APPLEBC: 'unknown unknown: text',
  },
  // A reply, a link and a call together: no buttons on WhatsApp, which takes replies or one link, nor on Viber, which takes one choice.
  choice: {
    ...all('native stated: text choices'),
    SMS: 'text inferred: text',
    WHATSAPP: 'text inferred: text',
    VIBERBM: 'text inferred: text',
    MMS: 'text inferred: text',
    WECHAT: 'text guess: text',
    KAKAOTALKCHAT: 'unknown unknown: text',
    APPLEBC: 'unknown unknown: text',
  },
  card: {
    ...all('native stated: card'),
    SMS: 'text inferred: text',
    WHATSAPP: 'mixed inferred: media',
    VIBERBM: 'text inferred: text',
    MMS: 'mixed inferred: media text',
    WECHAT: 'text guess: text',
    KAKAOTALKCHAT: 'unknown unknown: text',
    APPLEBC: 'unknown unknown: text',
  },
  carousel: {
    ...all('native stated: carousel'),
    SMS: 'text inferred: text',
    WHATSAPP: 'text inferred: text',
    VIBERBM: 'text inferred: text',
    MMS: 'text inferred: text',
    TELEGRAM: 'text guess: text',
    KAKAOTALK: 'text guess: text',
    WECHAT: 'text guess: text',
    KAKAOTALKCHAT: 'unknown unknown: text',
    APPLEBC: 'unknown unknown: text',
  },
  // The rounding of the coordinates is seen in pictures and samples only, so no cell is better than inferred.
  location: {
    ...all('native inferred: location'),
    SMS: 'text inferred: text',
    RCS: 'mixed inferred: text choices',
    MESSENGER: 'mixed inferred: text choices',
    VIBERBM: 'text inferred: text',
    MMS: 'text inferred: text',
    INSTAGRAM: 'text inferred: text',
    KAKAOTALK: 'text guess: text',
    WECHAT: 'text guess: text',
    KAKAOTALKCHAT: 'unknown unknown: text',
    APPLEBC: 'unknown unknown: text',
  },
  // The vendor says that lists may not be rewritten outside WhatsApp.
  list: {
    ...all('unknown unknown: text'),
    SMS: 'text guess: text',
    WHATSAPP: 'native stated: list',
  },
  contact_info: all('unknown unknown: contact'),
  template: {
    ...all('unknown unknown: template'),
    WHATSAPP: 'native stated: template',
  },
};

for (const [type, row] of Object.entries(TABLE)) {
  describe(`a ${type} message`, () => {
    const message = MESSAGES[type as keyof typeof MESSAGES];
    const cells = Object.entries(row).map(([channel, cell]) => [channel, cell, sectionsOf(type, channel, cell)] as const);
    it.each(cells)('on %s is %s (facts %s)', (channel, cell) => {
      const rendered = render(message, channel as RenderChannel);
      const kinds = rendered.parts.map(({ kind }) => kind).join(' ');
      expect(`${rendered.mode} ${rendered.certainty}: ${kinds}`).toBe(cell);
      expect(formatRendered(rendered)).toMatchSnapshot();
    });
  });
}

describe('every rendering', () => {
  it('is the same plain data for the same message', () => {
    for (const message of Object.values(MESSAGES)) {
      for (const channel of ALL_CHANNELS) {
        const rendered = render(message, channel);
        expect(render(structuredClone(message), channel)).toStrictEqual(rendered);
        expect(JSON.parse(JSON.stringify(rendered))).toStrictEqual(rendered);
      }
    }
  });

  it('leaves the message as it was', () => {
    const before = structuredClone(MESSAGES);
    for (const message of Object.values(MESSAGES)) for (const channel of ALL_CHANNELS) render(message, channel);
    expect(MESSAGES).toStrictEqual(before);
  });
});

/**
 * The sections of the facts that a cell comes from: 6.1 types and template keys, 6.2 native or transcoded,
 * 6.3 how transcoded text looks, 6.4 conditions and limits of the channels.
 */
function sectionsOf(type: string, channel: string, cell: Cell): string {
  const conditional = ['WHATSAPP', 'VIBERBM'].includes(channel) && ['choice', 'card'].includes(type);
  const rewritten = cell.startsWith('text') || cell.startsWith('mixed') || type === 'location';
  const sections = [...(type === 'template' ? ['6.1'] : []), '6.2', ...(rewritten ? ['6.3'] : []), ...(conditional ? ['6.4'] : [])];
  return sections.join(', ');
}

function all(cell: Cell): Record<RenderChannel, Cell> {
  return Object.fromEntries(ALL_CHANNELS.map((channel) => [channel, cell])) as Record<RenderChannel, Cell>;
}
