import { API_LIMITS } from '../../generated/limits.ts';
import { isMoment } from '../../internal/to-timestamp.ts';
import { API_ORIGIN, type CheckIssue, type Origin, type Report } from '../issue.ts';
import { asList, asText, fieldOf } from '../read.ts';
import { tell } from '../scope.ts';
import { checkMediaUrls, checkUrl } from './check-url.ts';

const NOBODY: Origin = { basis: 'unknown', source: null };

/** What makes no sense on any channel, beyond what the shapes of the API say. */
export function checkContent(report: Report, path: string, message: unknown): void {
  checkEmptyText(report, `${path}text_message.text`, fieldOf(fieldOf(message, 'text_message'), 'text'));
  const choice = fieldOf(message, 'choice_message');
  checkEmptyText(report, `${path}choice_message.text_message.text`, fieldOf(fieldOf(choice, 'text_message'), 'text'));
  checkMediaUrls(report, `${path}media_message`, fieldOf(message, 'media_message'));
  checkUrl(report, `${path}agent.picture_url`, fieldOf(fieldOf(message, 'agent'), 'picture_url'));
  for (const [at, entry] of asList(fieldOf(fieldOf(message, 'contact_info_message'), 'urls')).entries())
    checkUrl(report, `${path}contact_info_message.urls[${at}].url`, fieldOf(entry, 'url'));
  checkPlace(report, `${path}location_message`, fieldOf(message, 'location_message'));
  checkChoicesContent(report, `${path}choice_message.choices`, fieldOf(choice, 'choices'), true);
  const card = fieldOf(message, 'card_message');
  if (card !== undefined) checkCardContent(report, `${path}card_message`, card);
  const carousel = fieldOf(message, 'carousel_message');
  if (carousel !== undefined) checkCarouselContent(report, `${path}carousel_message`, carousel);
  const list = fieldOf(message, 'list_message');
  if (list !== undefined) checkListContent(report, `${path}list_message`, list);
}

function checkCardContent(report: Report, path: string, card: unknown): void {
  const choices = asList(fieldOf(card, 'choices'));
  const shows = ['title', 'description', 'media_message'].some((key) => fieldOf(card, key) !== undefined && fieldOf(card, key) !== '');
  if (!shows && choices.length === 0) add(report, path, 'empty', 'warning', 'is a card without anything on it', NOBODY);
  checkMediaUrls(report, `${path}.media_message`, fieldOf(card, 'media_message'));
  checkChoicesContent(report, `${path}.choices`, choices, false);
}

function checkCarouselContent(report: Report, path: string, carousel: unknown): void {
  const cards = fieldOf(carousel, 'cards');
  if (Array.isArray(cards) && cards.length === 0) {
    tell(
      report,
      undefined,
      { path: `${path}.cards`, code: 'empty', severity: 'error', limit: 1, actual: 0, text: 'has no card' },
      API_ORIGIN,
    );
  }
  for (const [at, card] of asList(cards).entries()) checkCardContent(report, `${path}.cards[${at}]`, card);
  checkChoicesContent(report, `${path}.choices`, fieldOf(carousel, 'choices'), false);
}

function checkChoicesContent(report: Report, path: string, value: unknown, wanted: boolean): void {
  if (wanted && Array.isArray(value) && value.length === 0)
    add(report, path, 'empty', 'warning', 'has no choice: a text message says the same', NOBODY);
  for (const [at, choice] of asList(value).entries()) {
    const place = `${path}[${at}]`;
    checkPlace(report, `${place}.location_message`, fieldOf(choice, 'location_message'));
    checkUrl(report, `${place}.url_message.url`, fieldOf(fieldOf(choice, 'url_message'), 'url'));
    for (const key of ['calendar_message', 'share_location_message'])
      checkUrl(report, `${place}.${key}.fallback_url`, fieldOf(fieldOf(choice, key), 'fallback_url'));
    checkCalendar(report, `${place}.calendar_message`, fieldOf(choice, 'calendar_message'));
    const phone = asText(fieldOf(fieldOf(choice, 'call_message'), 'phone_number'));
    if (phone !== undefined && /^\d/.test(phone)) {
      add(report, `${place}.call_message.phone_number`, 'format', 'warning', 'is asked for with a leading +', API_ORIGIN);
    }
  }
}

function checkPlace(report: Report, path: string, place: unknown): void {
  const coordinates = fieldOf(place, 'coordinates');
  for (const [name, limit] of [
    ['latitude', 90],
    ['longitude', 180],
  ] as const) {
    const degrees = fieldOf(coordinates, name);
    // What is not finite is no number to the API, which is reported with the shapes.
    if (typeof degrees !== 'number' || !Number.isFinite(degrees) || Math.abs(degrees) <= limit) continue;
    const text = `is ${degrees}, not between -${limit} and ${limit}`;
    tell(
      report,
      undefined,
      { path: `${path}.coordinates.${name}`, code: 'range', severity: 'error', limit, actual: degrees, text },
      API_ORIGIN,
    );
  }
}

function checkCalendar(report: Report, path: string, event: unknown): void {
  const start = asText(fieldOf(event, 'event_start')) ?? '';
  const end = asText(fieldOf(event, 'event_end')) ?? '';
  if (!isMoment(start) || !isMoment(end) || Date.parse(end) >= Date.parse(start)) return;
  add(report, `${path}.event_end`, 'order', 'warning', 'is before event_start', NOBODY);
}

function checkListContent(report: Report, path: string, list: unknown): void {
  const sections = fieldOf(list, 'sections');
  checkListUrls(report, path, list);
  const rows = asList(sections).flatMap((section) => asList(fieldOf(section, 'items')));
  const products = rows.filter((row) => fieldOf(row, 'product') !== undefined).length;
  const choices = rows.filter((row) => fieldOf(row, 'choice') !== undefined).length;
  if (Array.isArray(sections) && rows.length === 0) add(report, `${path}.sections`, 'empty', 'warning', 'has nothing to pick', NOBODY);
  if (products > 0 && choices > 0)
    add(report, `${path}.sections`, 'mixed', 'error', 'has choices and products: a list takes one kind', API_ORIGIN);
  if (products > 0 && fieldOf(fieldOf(list, 'message_properties'), 'catalog_id') === undefined) {
    add(
      report,
      `${path}.message_properties.catalog_id`,
      'missing',
      'error',
      'is missing, and names the catalogue of the products',
      API_ORIGIN,
    );
  }
  const { value: limit, ...origin } = API_LIMITS.listMessage.choicesTotalMax;
  if (choices <= limit) return;
  tell(
    report,
    undefined,
    {
      path: `${path}.sections`,
      code: 'count',
      severity: 'error',
      limit,
      actual: choices,
      text: `has ${choices} choices, the API takes ${limit} in all`,
    },
    origin,
  );
}

function checkListUrls(report: Report, path: string, list: unknown): void {
  checkMediaUrls(report, `${path}.media`, fieldOf(list, 'media'));
  for (const [at, section] of asList(fieldOf(list, 'sections')).entries()) {
    for (const [row, item] of asList(fieldOf(section, 'items')).entries())
      checkMediaUrls(report, `${path}.sections[${at}].items[${row}].choice.media`, fieldOf(fieldOf(item, 'choice'), 'media'));
  }
}

function checkEmptyText(report: Report, path: string, text: unknown): void {
  if (text === '') add(report, path, 'empty', 'warning', 'is empty', NOBODY);
}

function add(report: Report, path: string, code: CheckIssue['code'], severity: CheckIssue['severity'], text: string, origin: Origin): void {
  tell(report, undefined, { path, code, severity, text }, origin);
}
