import { asList, asText, fieldOf } from '../../internal/read.ts';
import { extensionOf } from '../../rules/file-name.ts';
import { oddCardFile } from '../../rules/media-files.ts';
import { checkLength } from '../check-length.ts';
import { type Scope, tell } from '../scope.ts';
import { checkChoices, checkDisplayModes } from './check-choices.ts';
import { checkMedia } from './check-media.ts';

/** A card that is a message of its own, and that the channel shows as a card. */
export function checkCardMessage(scope: Scope, path: string, card: unknown): void {
  const { limits } = scope;
  const { cardDescriptionChars, cardPlainDescriptionChars } = limits;
  checkCard(scope, path, card, {
    description: isPlain(card) ? (cardPlainDescriptionChars ?? cardDescriptionChars) : cardDescriptionChars,
    choices: limits.cardChoicesMax ?? limits.choicesMax,
  });
}

interface CardLimits {
  description: Scope['limits']['cardDescriptionChars'];
  choices: Scope['limits']['cardChoicesMax'];
}

function checkCard(scope: Scope, path: string, card: unknown, most: CardLimits): void {
  const { limits } = scope;
  const choices = fieldOf(card, 'choices');
  checkLength(scope, `${path}.title`, fieldOf(card, 'title'), limits.cardTitleChars);
  checkLength(scope, `${path}.description`, fieldOf(card, 'description'), most.description);
  checkChoices(scope, `${path}.choices`, choices, most.choices);
  checkDisplayModes(scope, `${path}.choices`, choices, false);
  const media = fieldOf(card, 'media_message');
  if (media !== undefined) checkCardMedia(scope, `${path}.media_message`, media);
}

/** LINE takes more words on a card without a picture and a title. */
function isPlain(card: unknown): boolean {
  return fieldOf(card, 'title') === undefined && fieldOf(card, 'media_message') === undefined;
}

function checkCardMedia(scope: Scope, path: string, media: unknown): void {
  const { channel, limits, report } = scope;
  const url = asText(fieldOf(media, 'url')) ?? '';
  if (limits.cardMedia === undefined || oddCardFile(channel, extensionOf(url)) === undefined) {
    checkMedia(scope, path, media);
    return;
  }
  const text = `is no file for a card on ${channel}, which has ${limits.cardMedia.value}`;
  const finding = { path: `${path}.url`, code: 'media_type', severity: 'warning', actual: url.slice(-40), effect: 'lost', text } as const;
  tell(report, channel, finding, limits.cardMedia);
}

/** The subject of an MMS, which is the title of its card. */
export function checkSubject(scope: Scope, path: string, card: unknown): void {
  const { subjectChars, subjectShownChars } = scope.limits;
  const title = asText(fieldOf(card, 'title')) ?? '';
  if (subjectChars === undefined || title.length > (subjectChars.value ?? 0)) checkLength(scope, `${path}.title`, title, subjectChars);
  else {
    checkLength(scope, `${path}.title`, title, subjectShownChars, {
      severity: 'note',
      sentence: 'It becomes the subject, and a long one may not be shown whole.',
    });
  }
}

/** A row of cards that the channel shows as one. */
export function checkCarousel(scope: Scope, path: string, carousel: unknown): void {
  const { channel, limits, report } = scope;
  const cards = asList(fieldOf(carousel, 'cards'));
  const choices = asList(fieldOf(carousel, 'choices'));
  const least = limits.carouselCardsMin;
  if (least !== undefined && cards.length === 1) {
    const finding = { path: `${path}.cards`, code: 'not_native', severity: 'note', limit: 2, actual: 1, text: 'has one card' } as const;
    tell(report, channel, { ...finding, sentence: `${channel} shows it as a plain card.` }, least);
  }
  for (const [at, card] of cards.entries()) checkCarouselCard(scope, `${path}.cards[${at}]`, card, cards.length > 1);
  checkSameChoices(scope, path, cards);
  if (limits.carouselOuterChoices?.value === 0 && choices.length > 0) {
    const text = `are choices below a carousel, which ${channel} does not have`;
    const finding = { path: `${path}.choices`, code: 'not_native', severity: 'warning', effect: 'lost', text } as const;
    tell(report, channel, { ...finding, sentence: 'They are not shown.' }, limits.carouselOuterChoices);
  } else checkChoices(scope, `${path}.choices`, choices, limits.carouselOuterChoices);
}

function checkCarouselCard(scope: Scope, path: string, card: unknown, isRow: boolean): void {
  const { channel, limits, report } = scope;
  const { carouselDescriptionChars: described = limits.cardDescriptionChars, carouselPlainDescriptionChars: plain } = limits;
  checkCard(scope, path, card, {
    description: plain !== undefined && isPlain(card) ? plain : described,
    choices: limits.carouselCardChoicesMax ?? limits.cardChoicesMax ?? limits.choicesMax,
  });
  const heights = limits.carouselHeights;
  const height = asText(fieldOf(card, 'height'));
  if (!isRow || heights === undefined || height !== 'TALL') return;
  const limit = (heights.value ?? []).join(', ');
  const text = `is ${height}, and a card in a carousel on ${channel} is ${limit}`;
  tell(
    report,
    channel,
    { path: `${path}.height`, code: 'value', severity: 'error', limit, actual: height, effect: 'refuse', text },
    heights,
  );
}

/** On LINE all cards of a row have the same number of buttons. */
function checkSameChoices(scope: Scope, path: string, cards: readonly unknown[]): void {
  const { channel, limits, report } = scope;
  if (channel !== 'LINE' || limits.carouselCardChoicesMax === undefined) return;
  const counts = cards.map((card) => asList(fieldOf(card, 'choices')).length);
  if (new Set(counts).size < 2) return;
  const text = `have ${counts.join(', ')} choices, and on ${channel} all cards of a carousel have the same number`;
  const finding = { path: `${path}.cards`, code: 'count', severity: 'error', effect: 'refuse', text } as const;
  tell(report, channel, finding, limits.carouselCardChoicesMax);
}
