import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { contactSheets } from '../../scripts/contact-sheets.mjs';
import { card, check, link, list, media, type RenderChannel, render, reply, text, toSvg, withAgent } from '../../src/index.ts';
import { ALL_CHANNELS, MESSAGES } from '../render/messages.ts';
import { linesOf } from './lines-of.ts';
import { refuseBadXml } from './refuse-bad-xml.ts';

describe('a picture', () => {
  it('is well-formed XML, for each type of message on each channel', () => {
    for (const message of Object.values(MESSAGES)) {
      for (const channel of ALL_CHANNELS) expect(() => refuseBadXml(toSvg(render(message, channel)))).not.toThrow();
    }
  });

  it('is the same for the same message', () => {
    expect(toSvg(render(MESSAGES.carousel, 'RCS'))).toBe(toSvg(render(structuredClone(MESSAGES.carousel), 'RCS')));
  });

  it('loads nothing: no script, no style, no file, no font', () => {
    for (const message of Object.values(MESSAGES)) {
      for (const channel of ALL_CHANNELS)
        expect(toSvg(render(message, channel))).not.toMatch(/<(script|style|image|use|a|foreignObject)\b|url\(|href/);
    }
  });

  it.each(['<script>alert(1)</script>', '"]]>&amp;', '\u0000\u001b[31m\u007f', '\ud83d alone', '\uffff'])(
    'holds any text safely: %j',
    (evil) => {
      const message = list({
        title: evil,
        description: evil,
        menu: evil,
        sections: [{ title: evil, items: [{ title: evil, description: evil }] }],
      });
      for (const rendered of [render(text(evil), 'SMS'), render(message, 'WHATSAPP'), render(text(evil), evil as never)]) {
        expect(() => refuseBadXml(toSvg(rendered))).not.toThrow();
      }
    },
  );

  it('breaks long lines and long words within the bubble', () => {
    const svg = toSvg(render(text(`${'word '.repeat(20)}https://example.com/${'x'.repeat(200)}`), 'SMS'));
    expect(svg.match(/<text/g)?.length).toBeGreaterThan(8);
    expect(width(svg)).toBe(322);
  });

  it('stops after some screens of text', () => {
    const svg = toSvg(render(text('line\n'.repeat(100_000)), 'SMS'));
    expect(svg.length).toBeLessThan(20_000);
    expect(svg).toContain('…');
  });

  it('shows bold and italic where the channel does', () => {
    const message = text('*Hello* _Ada_, 2 * 3 * 4 and snake_case_name');
    expect(toSvg(render(message, 'WHATSAPP'))).toMatch(/<text [^>]*font-weight="bold">Hello<\/text>/);
    expect(toSvg(render(message, 'WHATSAPP'))).toContain('2 * 3 * 4 and');
    expect(toSvg(render(message, 'SMS'))).toContain('*Hello* _Ada_');
    const struck = toSvg(render(text('~no~ `code`'), 'VIBERBM'));
    expect(struck).toMatch(/text-decoration="line-through">no</);
    expect(struck).toMatch(/font-family="[^"]*monospace">code</);
  });

  it('draws a line end for a carriage return, and nothing for what has no look', () => {
    const svg = toSvg(render(text('a\r\nb\rc\u0000\u001b\u2028d'), 'SMS'));
    expect(svg).not.toContain('\ufffd');
    expect(linesOf(svg).map((line) => line.text)).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd']));
  });

  it('keeps the indentation of code', () => {
    const message = { explicit_channel_message: { TELEGRAM: '{"a":{"b":1}}' }, text_message: { text: '' } };
    const lines = linesOf(toSvg(render(message as never, 'TELEGRAM'))).map((line) => line.text.replaceAll('&quot;', '"'));
    expect(lines).toEqual(expect.arrayContaining(['\u00a0 "a": {', '\u00a0\u00a0\u00a0 "b": 1']));
  });

  it('says under the phone what is too long for the channel', () => {
    const svg = toSvg(render(text('x'.repeat(3100)), 'RCS'));
    expect(svg).toContain('Over 3072 characters: RCS does not take the message.');
    expect(svg).not.toContain('nothing lost or changed');
  });

  it('draws an empty text and an empty card as empty', () => {
    expect(toSvg(render(text(''), 'SMS'))).toContain('(empty)');
    expect(toSvg(render(card({}), 'RCS'))).toContain('(empty)');
  });

  it('names who writes in the bar', () => {
    const svg = toSvg(render(text('a'), 'RCS', { sender: { name: 'Example Shop', verified: true } }));
    expect(svg).toContain('Example Shop');
    expect(toSvg(render(withAgent(text('a'), { name: 'Grace', type: 'HUMAN' }), 'RCS'))).toContain('Grace');
  });

  it('has the messages of the contact at the right', () => {
    const [line] = linesOf(toSvg(render({ contact_message: { text_message: { text: 'Hi' } } }, 'SMS'))).filter((one) => one.text === 'Hi');
    expect(line?.face.right).toBe(308);
  });

  it('draws a sound as a player, and not as a picture', () => {
    const svg = toSvg(
      render(media('https://example.com/a.mp3'), 'RCS', { files: { 'https://example.com/a.mp3': { durationSeconds: 61 } } }),
    );
    expect(svg).toContain('1:01 · a.mp3');
  });

  it('draws what a phone shows of thousands of things, and counts the others', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ title: `Card ${index}`, choices: [{ text_message: { text: 'a' } }] }));
    const before = process.cpuUsage();
    const row = toSvg(render({ carousel_message: { cards: many } }, 'RCS'));
    const choices = many.flatMap((one) => [...one.choices, ...one.choices]);
    const svgs = (['RCS', 'MESSENGER', 'TELEGRAM', 'WHATSAPP'] as const).map((channel) =>
      toSvg(render({ choice_message: { text_message: { text: 'a' }, choices } }, channel)),
    );
    const { user, system } = process.cpuUsage(before);
    expect(row).toContain('… and 4988 more cards');
    expect(row.length).toBeLessThan(60_000);
    for (const svg of svgs.slice(0, 3)) expect(svg).toContain('… and 9970 more choices');
    // Each is done in some tens of milliseconds; drawing all of it took most of a second.
    expect((user + system) / 1000).toBeLessThan(2000);
  });

  it('is wider for cards that reach out of the phone', () => {
    expect(width(toSvg(render(MESSAGES.carousel, 'RCS')))).toBeGreaterThan(400);
  });

  it('says when there is nothing to show', () => {
    expect(toSvg(render({} as never, 'SMS'))).toContain('Nothing to show.');
  });
});

describe('the lines of a picture', () => {
  const WORDS = [
    'WWWWWWWWWWWWWWWWWWWW mmmm iiii',
    'x'.repeat(300),
    'Съешь ещё этих мягких французских булок',
    '日本語のテキストを表示します。長い文章です。',
    'नमस्ते दुनिया',
    'مرحبا بالعالم كيف حالك اليوم!',
    'שלום עולם *מה* שלומך > היום!',
    '👩‍👩‍👧‍👦 👍🏽 🇸🇪 1️⃣',
    'Hello *bold שלום* end 🎉',
    '\ud83d alone',
  ];

  it.each(WORDS)('stay on their bubble, card, key or phone, whatever the fonts are: %s', (words) => {
    const choices = [{ text_message: { text: words } }, { url_message: { title: words, url: words } }];
    const messages = [
      { text_message: { text: words } },
      { choice_message: { text_message: { text: words }, choices } },
      { card_message: { title: words, description: words, choices, media_message: { url: `https://example.com/${words}.pdf` } } },
      {
        list_message: {
          title: words,
          description: words,
          message_properties: { menu: words },
          sections: [{ title: words, items: [{ choice: { title: words, description: words } }] }],
        },
      },
      { location_message: { title: words, label: words, coordinates: { latitude: 1, longitude: 2 } } },
      { contact_info_message: { name: { full_name: words }, phone_numbers: [{ phone_number: words, type: words }] } },
      { explicit_channel_message: { SMS: words, RCS: words }, text_message: { text: words } },
      { contact_message: { text_message: { text: words } } },
    ];
    let lines = 0;
    for (const message of messages) {
      for (const channel of ALL_CHANNELS) {
        const svg = toSvg(render(message as never, channel, { sender: { name: words } }));
        for (const { text: shown, left, right, face } of linesOf(svg)) {
          lines += 1;
          expect(left, `${channel} ${shown}`).toBeGreaterThanOrEqual(face.left - 0.2);
          expect(right, `${channel} ${shown}`).toBeLessThanOrEqual(face.right + 0.2);
        }
        expect(() => refuseBadXml(svg)).not.toThrow();
      }
    }
    expect(lines).toBeGreaterThan(400);
  });

  it('start at the right in scripts from right to left', () => {
    const svg = toSvg(render(text('שלום עולם!\nקצר'), 'SMS'));
    const [long, short] = linesOf(svg).filter((line) => /[א-ת]/.test(line.text));
    expect(svg.match(/direction="rtl"/g)).toHaveLength(2);
    expect(short?.right).toBe(long?.right);
    expect(short?.left).toBeGreaterThan(long?.left ?? 0);
    expect(toSvg(render(text('Hello שלום'), 'SMS'))).not.toContain('direction="rtl"');
  });
});

describe('the contact sheets of docs/pictures.md', () => {
  it('are those that the messages make now', async () => {
    const sheets = contactSheets(render, toSvg);
    expect(Object.keys(sheets).length).toBeGreaterThan(15);
    for (const [path, content] of Object.entries(sheets)) {
      // After a change: "npm run pictures".
      expect(content === (await readFile(new URL(`../../../../docs/${path}`, import.meta.url), 'utf8')), path).toBe(true);
      if (path.endsWith('.svg')) expect(() => refuseBadXml(content)).not.toThrow();
    }
  });

  it('are all that stand in the folder', async () => {
    const stored = await readdir(new URL('../../../../docs/pictures/', import.meta.url));
    expect(stored.map((name) => `pictures/${name}`).sort()).toStrictEqual(
      Object.keys(contactSheets(render, toSvg))
        .filter((path) => path.endsWith('.svg'))
        .sort(),
    );
  });
});

describe('the pictures of the README', () => {
  it('show the message of its first program, with the issues that check finds', async () => {
    const { channels, message } = JSON.parse(await readDoc('message.json')) as { channels: never[]; message: unknown };
    const program = card({
      title: 'Order 17',
      description: 'On its way, with you tomorrow.',
      media: 'https://example.com/order-17.jpg',
      choices: [reply('Not at home', 'reschedule-17'), link('Track', 'https://example.com/track/17')],
    });
    expect(message).toStrictEqual(program);
    const readme = (await readDoc('../README.md')).replaceAll(/\s+/g, ' ');
    const issues = check(program, channels);
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) expect(readme).toContain(`${issue.severity} ${issue.message}`);
  });

  it('are those that the message makes now', async () => {
    const { channels, message } = JSON.parse(await readDoc('message.json')) as { channels: RenderChannel[]; message: never };
    expect(channels.length).toBeGreaterThan(2);
    for (const channel of channels) {
      // After a change: "npm run pictures".
      expect(toSvg(render(message, channel)), channel).toBe(await readDoc(`${channel.toLowerCase()}.svg`));
    }
  });
});

function readDoc(name: string): Promise<string> {
  return readFile(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

function width(svg: string): number {
  return Number(/<svg [^>]*width="(\d+)/.exec(svg)?.[1]);
}
