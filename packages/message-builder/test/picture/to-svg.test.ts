import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { card, check, link, list, type RenderChannel, render, reply, text, toSvg } from '../../src/index.ts';
import { ALL_CHANNELS, MESSAGES } from '../render/messages.ts';
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
    expect(toSvg(render(message, 'WHATSAPP'))).toContain('<tspan font-weight="bold">Hello</tspan>');
    expect(toSvg(render(message, 'WHATSAPP'))).toContain('2 * 3 * 4 and');
    expect(toSvg(render(message, 'SMS'))).toContain('*Hello* _Ada_');
  });

  it('is wider for cards that reach out of the phone', () => {
    expect(width(toSvg(render(MESSAGES.carousel, 'RCS')))).toBeGreaterThan(400);
  });

  it('says when there is nothing to show', () => {
    expect(toSvg(render({} as never, 'SMS'))).toContain('Nothing to show.');
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
      // After a change: build, then "pnpm draw:docs" in this package.
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
