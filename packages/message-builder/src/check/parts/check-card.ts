import { checkLength } from '../check-length.ts';
import { asList, fieldOf } from '../../internal/read.ts';
import { checkCount, type LimitRule, type Scope, tell } from '../scope.ts';
import { checkChoices } from './check-choices.ts';
import { checkMedia, kindOfMedia } from './check-media.ts';

/** A card, alone or in a carousel. */
export function checkCard(scope: Scope, path: string, card: unknown): void {
  const { channel, limits } = scope;
  const choices = asList(fieldOf(card, 'choices'));
  const media = fieldOf(card, 'media_message');
  checkTexts(scope, path, card);
  checkChoices(scope, `${path}.choices`, choices, limits.cardChoicesMax ?? limits.choicesPerCardMax ?? limits.choicesMax);
  if (media !== undefined) checkMedia(scope, `${path}.media_message`, media);
  if (channel === 'VIBERBM') checkViberCard(scope, path, choices, media);
  if (channel === 'INSTAGRAM' || channel === 'WHATSAPP') checkCardMedia(scope, `${path}.media_message.url`, media);
}

function checkTexts(scope: Scope, path: string, card: unknown): void {
  const { channel, limits } = scope;
  const fate: Partial<LimitRule> =
    channel === 'WHATSAPP' ? { severity: 'warning', effect: 'The card is sent as its media with a caption, or as plain text.' } : {};
  checkLength(scope, `${path}.title`, fieldOf(card, 'title'), { limit: limits.cardTitleChars, ...fate });
  // LINE takes more than this where a card is nothing but its description.
  if (channel === 'LINE' && fieldOf(card, 'title') === undefined && fieldOf(card, 'media_message') === undefined) return;
  checkLength(scope, `${path}.description`, fieldOf(card, 'description'), { limit: limits.cardDescriptionChars, ...fate });
}

/** Native on Viber BM: an image with a button. Which button is checked with the choices. */
function checkViberCard(scope: Scope, path: string, choices: readonly unknown[], media: unknown): void {
  const kind = kindOfMedia(media);
  const image = media !== undefined && (kind === undefined || kind === 'image');
  if (choices.length > 0 && image) return;
  const text = `has no ${image ? 'choice' : 'image'}, and a card on VIBERBM is an image and a link, call or place`;
  const finding = { path, code: 'not_native', severity: 'warning', text, effect: 'It is sent as plain text.' } as const;
  tell(scope.report, scope.channel, finding, scope.limits.choicesMax);
}

function checkCardMedia(scope: Scope, path: string, media: unknown): void {
  const kind = kindOfMedia(media);
  const fits = kind === undefined || kind === 'image' || (kind === 'video' && scope.channel === 'WHATSAPP');
  if (fits) return;
  const wanted = scope.channel === 'WHATSAPP' ? 'an image or a video' : 'an image';
  const text = `looks like ${kind === 'document' ? 'a document' : kind}, and a card on ${scope.channel} has ${wanted}`;
  const finding = { path, code: 'media_type', severity: 'warning', limit: wanted, actual: kind, text } as const;
  tell(scope.report, scope.channel, finding, scope.limits.cardMedia ?? scope.limits.cardTitleChars);
}

/** A card that is a message of its own. */
export function checkCardMessage(scope: Scope, path: string, card: unknown): void {
  checkCard(scope, path, card);
  if (scope.channel !== 'MMS' || scope.limits.subjectChars === undefined) return;
  // Stated beside the hard limit, as what a handset shows without cutting.
  const limit = { ...scope.limits.subjectChars, value: 40 };
  const title = fieldOf(card, 'title');
  if (typeof title === 'string' && title.length <= (scope.limits.subjectChars.value ?? 0)) {
    checkLength(scope, `${path}.title`, title, {
      limit,
      severity: 'info',
      effect: 'It becomes the subject, and a long one may not be shown whole.',
    });
  }
}

/** A row of cards. */
export function checkCarousel(scope: Scope, path: string, carousel: unknown): void {
  const { channel, limits } = scope;
  const cards = asList(fieldOf(carousel, 'cards'));
  const choices = asList(fieldOf(carousel, 'choices'));
  if (channel === 'RCS' && cards.length === 1) {
    const finding = {
      path: `${path}.cards`,
      code: 'not_native',
      severity: 'info',
      limit: 2,
      actual: 1,
      text: 'has one card',
      effect: 'RCS shows it as a plain card.',
    } as const;
    tell(scope.report, channel, finding, limits.carouselCards);
  }
  if (channel === 'INSTAGRAM' && choices.length > 0) {
    const text = 'are choices below a carousel, which INSTAGRAM does not have as buttons';
    tell(scope.report, channel, { path: `${path}.choices`, code: 'not_native', severity: 'warning', text }, limits.carouselCards);
  }
  // Where a carousel becomes text, there are no buttons and no captions to limit.
  if (limits.native.carousel.startsWith('transcoded')) return;
  for (const [at, card] of cards.entries()) checkCard(scope, `${path}.cards[${at}]`, card);
  checkChoices(scope, `${path}.choices`, choices, limits.carouselOuterChoices);
}

/** A list: native on WhatsApp, and not promised anywhere else. */
export function checkList(scope: Scope, path: string, list: unknown): void {
  const { channel, limits, report } = scope;
  if (!('rowsTotalMax' in limits.list)) {
    const text = `is a list, which only WHATSAPP has; nobody states what ${channel} shows`;
    tell(
      report,
      channel,
      { path, code: 'not_native', severity: 'warning', text, effect: 'It may arrive as text, or not at all.' },
      { basis: 'sinch-doc', source: 'LIST' },
    );
    return;
  }
  const rules = limits.list;
  const sections = asList(fieldOf(list, 'sections'));
  const menu = fieldOf(fieldOf(list, 'message_properties'), 'menu');
  checkLength(scope, `${path}.description`, fieldOf(list, 'description'), { limit: rules.bodyChars });
  checkLength(scope, `${path}.message_properties.menu`, menu, { limit: rules.menuButtonChars });
  checkCount(scope, `${path}.sections`, sections.length, { limit: rules.sectionsMax, unit: 'sections' });
  let products = 0;
  for (const [at, section] of sections.entries()) {
    const place = `${path}.sections[${at}]`;
    checkLength(scope, `${place}.title`, fieldOf(section, 'title'), { limit: rules.sectionTitleChars });
    for (const [row, item] of asList(fieldOf(section, 'items')).entries()) {
      if (fieldOf(item, 'product') !== undefined) products++;
      checkRow(scope, `${place}.items[${row}].choice`, fieldOf(item, 'choice'));
    }
  }
  checkCount(scope, `${path}.sections`, products, { limit: rules.productsTotalMax, unit: 'products' });
}

function checkRow(scope: Scope, path: string, row: unknown): void {
  const { list } = scope.limits;
  if (!('rowsTotalMax' in list)) return;
  checkLength(scope, `${path}.title`, fieldOf(row, 'title'), { limit: list.rowTitleChars });
  checkLength(scope, `${path}.description`, fieldOf(row, 'description'), { limit: list.rowDescriptionChars });
  checkLength(scope, `${path}.postback_data`, fieldOf(row, 'postback_data'), { limit: list.rowIdChars });
}
