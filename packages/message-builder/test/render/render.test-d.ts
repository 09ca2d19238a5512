import { expect } from 'vitest';
import { explain, type RenderedPart, render, send, text, toContact, toSvg } from '../../src/index.ts';
import type {} from '../../src/matcher/vitest-node.ts';

const request = send({ appId: 'a', to: toContact('c'), message: text('Hello') });
const rendered = render(text('Hello'), 'SMS');

// @ts-expect-error a channel that does not exist
render(text('Hello'), 'FAX');
// @ts-expect-error the retired Viber bot is VIBER
render(text('Hello'), 'VIBERBOT');
// @ts-expect-error text is no message
render('Hello', 'SMS');
// @ts-expect-error a picture is of a rendering, not of a message
toSvg(text('Hello'));
// @ts-expect-error a rendering may have no text
rendered.text.length;
// @ts-expect-error a channel that does not exist
expect(text('Hello')).toRenderOn('FAX');
expect(text('Hello')).toRenderOn('RCS', 'SMS', 'VIBER');
// @ts-expect-error an app has channel_credentials, not channels
explain(request, { channels: ['SMS'] });

/** Every kind of part is a case of its own, so that a drawing is told of new ones. */
export function kindOf(part: RenderedPart): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'media':
      return part.url;
    case 'choices':
      return part.choices.map(({ title }) => title).join();
    case 'card':
      return part.title ?? '';
    case 'carousel':
      return part.cards.map(({ title }) => title).join();
    case 'location':
      return part.title;
    case 'list':
      return part.title;
    case 'contact':
      return part.name;
    case 'template':
      return part.templateId;
    case 'payload':
      return part.payloadType;
    case 'reaction':
      return part.emoji;
  }
}
