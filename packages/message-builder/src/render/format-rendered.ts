import { needRendered } from './need-rendered.ts';
import { orderLines } from './order-lines.ts';
import type { RenderedMessage } from './rendered-message.ts';
import type { ContactPart, PayloadPart, RenderedCard, RenderedChoice, RenderedMedia, RenderedPart } from './rendered-part.ts';

/**
 * A rendering as text for people and for snapshots: a paragraph for each part, then what is lost or changed.
 *
 * @throws {@link MessageError} when it is given what its types forbid.
 *
 * @example
 * ```ts
 * import { formatRendered, render, text } from '@convapi/message-builder';
 *
 * console.log(formatRendered(render(text('Your order has left.'), 'SMS')));
 * ```
 */
export function formatRendered(rendered: RenderedMessage): string {
  const { channel, type, mode, certainty, parts, changes } = needRendered('formatRendered', rendered);
  const head = [`${channel}: ${type}, ${mode}, ${certainty}`, ...headLines(rendered)].join('\n');
  const differences = changes.map(({ kind, path, what, basis }) => `${kind} ${path}: ${what} (${basis})`);
  return [head, ...parts.map((part) => partLines(part).join('\n')), ...(differences.length === 0 ? [] : [differences.join('\n')])].join(
    '\n\n',
  );
}

function partLines(part: RenderedPart): string[] {
  switch (part.kind) {
    case 'text':
      return [
        `[text${part.transcoded ? ', transcoded' : ''}]`,
        ...optional('subject', part.subject),
        part.text,
        ...optional('footer', part.footer),
        ...optional('preview', part.preview?.url),
      ];
    case 'media':
      return [...mediaLines(part), ...(part.caption === undefined ? [] : [part.caption])];
    case 'choices':
      return part.choices.map(choiceLine);
    case 'card':
      return cardLines(part, '[card]');
    case 'carousel':
      return part.cards.flatMap((card, index) => cardLines(card, `[card ${index + 1} of ${part.cards.length}]`));
    case 'location':
      return ['[location]', part.title, ...optional('label', part.label), `${part.latitude ?? '?'}, ${part.longitude ?? '?'}`];
    case 'list':
      return listLines(part);
    case 'contact':
      return contactLines(part);
    case 'template':
      return templateLines(part);
    case 'payload':
      return payloadLines(part);
    case 'reaction':
      return [`[reaction${part.removed ? ', taken off' : ''}] ${part.emoji}`];
  }
}

/** Who writes and what is answered, where that is told. */
function headLines({ direction, sender, quote }: RenderedMessage): string[] {
  return [
    ...(direction === 'TO_APP' ? ['from the contact'] : []),
    ...optional('sender', sender?.name),
    ...optional('agent', sender?.agent?.name),
    ...optional('answers', quote === undefined ? undefined : (quote.text ?? quote.messageId)),
  ];
}

function contactLines({ name, lines }: ContactPart): string[] {
  return ['[contact]', name, ...lines.map(({ kind, text, label }) => `${kind}: ${text}${label === undefined ? '' : ` (${label})`}`)];
}

function payloadLines({ payloadType, lines, payload, order }: PayloadPart): string[] {
  return [`[${payloadType}]`, ...lines, ...(order === undefined ? [] : orderLines(order)), ...(payload === undefined ? [] : [payload])];
}

function mediaLines({ media, url, thumbnailUrl }: RenderedMedia): string[] {
  return [`[${media}] ${url}`, ...optional('thumbnail', thumbnailUrl)];
}

function cardLines({ header, title, description, footer, media, height, orientation, choices }: RenderedCard, name: string): string[] {
  const lines = [
    ...optional('header', header),
    ...optional('title', title),
    ...optional('description', description),
    ...optional('footer', footer),
    ...optional('height', height),
    ...optional('orientation', orientation === 'HORIZONTAL' ? orientation : undefined),
  ];
  return [name, ...(media === undefined ? [] : mediaLines(media)), ...lines, ...choices.map(choiceLine)];
}

function listLines({ header, title, description, media, menu, catalogId, sections }: Extract<RenderedPart, { kind: 'list' }>): string[] {
  const head = [
    ...optional('header', header),
    title,
    ...optional('description', description),
    ...(media === undefined ? [] : mediaLines(media)),
  ];
  const rows = sections.flatMap((section) => [
    `- ${section.title ?? ''}`.trimEnd(),
    ...section.items.map(
      (item) => `  - ${item.title}${item.description === undefined ? '' : `: ${item.description}`}${postbackOf(item.postback)}`,
    ),
  ]);
  return ['[list]', ...head, ...optional('menu', menu), ...optional('catalogue', catalogId), ...rows];
}

function templateLines({ templateId, languageCode, version, parameters }: Extract<RenderedPart, { kind: 'template' }>): string[] {
  const values = Object.entries(parameters).map(([key, value]) => `${key} = ${value}`);
  return [`[template] ${templateId}`, ...optional('language', languageCode), ...optional('version', version), ...values];
}

function choiceLine({ type, title, target, postback, placement }: RenderedChoice): string {
  return `(${type}, ${placement}) ${title}${target === undefined ? '' : ` -> ${target}`}${postbackOf(postback)}`;
}

function postbackOf(postback: string | undefined): string {
  return postback === undefined ? '' : ` {${postback}}`;
}

function optional(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name}: ${value}`];
}
