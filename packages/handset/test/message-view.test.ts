import { choice, link, type RenderChannel, render, reply, text } from '@convapi/message-builder';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { MessageView, Phone } from '../src/index.ts';

const asked = choice('Tomorrow?', [reply('Yes'), reply('No')]);
const draw = (channel: RenderChannel, options: object = {}) =>
  renderToString(h(MessageView, { rendered: render(asked, channel), ...options }));

describe('one message without a phone', () => {
  test('has the look of its channel, and no phone around it', () => {
    expect(draw('WHATSAPP')).toContain('data-look="whatsapp"');
    expect(draw('WHATSAPP')).not.toContain('cvh-header');
  });

  test('shows its choices wherever the channel has them', () => {
    for (const channel of ['WHATSAPP', 'RCS', 'TELEGRAM'] as const) expect(draw(channel).match(/<button[^>]*cvh-choice/g)).toHaveLength(2);
    expect(draw('SMS')).toContain('> YES');
  });

  test('shows choices that do nothing as words, where it is told to: what leads to an address still leads there', () => {
    const offer = choice('Tomorrow?', [reply('Yes'), link('Map', 'https://example.com/map')]);
    for (const channel of ['RCS', 'TELEGRAM'] as const) {
      const html = renderToString(h(MessageView, { rendered: render(offer, channel), still: true, notes: false }));
      expect(html).not.toContain('<button');
      expect(html).toContain('<span class="cvh-choice cvh-choice-text">');
      expect(html).toContain('href="https://example.com/map"');
    }
  });

  test('says what was changed, unless it is asked not to', () => {
    expect(draw('SMS')).toContain('1 note');
    expect(draw('SMS', { notes: false })).not.toContain('1 note');
  });
});

describe('drawn on a server', () => {
  test('a phone is a string, without styles that a policy refuses', () => {
    const html = renderToString(h(Phone, { channel: 'RCS', entries: [{ id: '1', rendered: render(text('<b>Hi</b>'), 'RCS') }] }));
    expect(html).toContain('&lt;b>Hi&lt;/b>');
    expect(html).not.toContain('style=');
  });

  test('a channel that nobody knows is drawn plainly', () => {
    const rendered = render(text('Hi'), 'PIGEON' as never);
    expect(renderToString(h(Phone, { channel: 'PIGEON', entries: [{ id: '1', rendered }] }))).toContain('Unknown channel');
  });
});
