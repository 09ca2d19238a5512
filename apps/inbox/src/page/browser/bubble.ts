import type { CardView, ChoiceView, Content } from '../../content/content.ts';
import { el, linkTo } from './dom.ts';
import { icon } from './icon.ts';

const ONLY_EMOJI = /^(\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\s)+$/u;
const MAX_BIG = 24;

/** What a message says, and the chips under it. */
export function renderContent(content: Content, replyTo: string): HTMLElement[] {
  const bubble = el('div', 'bubble', ...quoteOf(content.kind === 'answer' ? content.question || replyTo : replyTo), ...partsOf(content));
  bubble.dir = 'auto';
  if (content.kind === 'text' && replyTo === '' && content.text.length <= MAX_BIG && ONLY_EMOJI.test(content.text))
    bubble.classList.add('big');
  const choices = content.kind === 'choices' || content.kind === 'cards' ? content.choices : [];
  return choices.length === 0 ? [bubble] : [bubble, chips(choices)];
}

function partsOf(content: Content): (Node | string)[] {
  switch (content.kind) {
    case 'text':
      return linkify(content.text);
    case 'choices':
      return linkify(content.text);
    case 'answer':
      return [el('span', 'answer', icon('tap'), content.text || '(empty choice)')];
    case 'media':
      return [
        el('span', 'media', icon('file'), linkTo(content.url, content.name || 'Attachment')),
        hostOf(content.url),
        ...captionOf(content.caption),
      ];
    case 'location':
      return [el('span', 'media', icon('place'), linkTo(content.url, content.title || 'Location')), ...captionOf(content.label)];
    case 'cards':
      return content.cards.map((card, index) => renderCard(card, index > 0));
    case 'other':
      return [el('span', 'unsupported', `This inbox cannot show this kind of message (${content.label}).`), jsonOf(content.json)];
  }
}

function quoteOf(text: string): Node[] {
  if (text === '') return [];
  const quote = el('div', 'quote', text);
  quote.dir = 'auto';
  return [quote];
}

function captionOf(text: string): Node[] {
  return text === '' ? [] : [el('div', '', ...linkify(text))];
}

function hostOf(url: string): HTMLElement {
  return el('span', 'from', (URL.canParse(url) && new URL(url).host) || url);
}

function renderCard(card: CardView, more: boolean): HTMLElement {
  return el(
    'div',
    more ? 'card more' : 'card',
    card.title === '' ? undefined : el('strong', '', card.title),
    card.description === '' ? undefined : el('span', '', ...linkify(card.description)),
    card.media === undefined ? undefined : el('span', 'media', icon('file'), linkTo(card.media, 'Picture or video')),
    card.choices.length === 0 ? undefined : chips(card.choices),
  );
}

function chips(choices: readonly ChoiceView[]): HTMLElement {
  const list = el(
    'ul',
    'chips',
    ...choices.map(({ title, url }) => el('li', '', url ? linkTo(url, title, 'chip') : el('span', 'chip', title))),
  );
  list.setAttribute('aria-label', 'Choices');
  return list;
}

function jsonOf(json: string): HTMLElement {
  return el('details', '', el('summary', '', 'Details'), el('pre', '', json));
}

/** Web addresses in a text become links; closing brackets and full stops after them do not belong to them. */
function linkify(text: string): (Node | string)[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]}'])/i).map((part, index) => (index % 2 === 1 ? linkTo(part, part) : part));
}
