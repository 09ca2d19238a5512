// Tables of the page about channels, from the rule book that check, render and the emulator go by. Written to src/parts/channels by
// generate-channel-parts.mjs; a test compares.

/** What readers call a limit; those that are not here are in docs/limits.md. */
const LABELS = {
  text_chars: 'text',
  parts_max: 'parts of an SMS',
  choices_max: 'buttons of a message',
  choice_title_chars: 'caption of a button',
  choice_body_chars: 'text above the buttons',
  choice_footer_chars: 'footer below the buttons',
  postback_chars: 'postback',
  card_title_chars: 'title of a card',
  card_description_chars: 'description of a card',
  card_choices_max: 'buttons of a card',
  card_media: 'picture of a card',
  carousel_cards: 'cards of a carousel',
  carousel_cards_min: 'cards that a carousel needs',
  carousel_outer_choices: 'buttons below a carousel',
  media: 'files',
  media_caption_chars: 'caption of a file',
  'list.sections_max': 'sections of a list',
  'list.rows_total_max': 'rows of a list',
  'list.menu_button_chars': 'button that opens a list',
  'list.section_title_chars': 'title of a section',
  'list.row_title_chars': 'title of a row',
  'list.row_description_chars': 'description of a row',
  header_chars: 'header of a card',
  subject_chars: 'subject',
  subject_shown_chars: 'subject that phones show',
  sender_name_chars: 'name of the sender',
  window_hours: 'sending window',
  tagged_window_hours: 'sending window with the tag HUMAN_AGENT',
  reply_to_hours: 'quoting a message of the contact',
};

const EFFECTS = {
  refuse: 'refused',
  cut: 'the rest is cut off',
  text: 'sent as text',
  lost: 'not shown',
  undelivered: 'not delivered',
  none: 'arrives as written',
  unknown: 'not known',
};

const SOURCES = {
  'sinch-api': 'API description',
  'sinch-doc': 'vendor’s page',
  platform: 'the channel',
  unconfirmed: 'not confirmed',
  unknown: 'not published',
};

const NATIVE = {
  native: 'native',
  text: 'as text',
  'likely text': 'as text, likely',
  conditional: 'native under conditions',
  parts: 'in parts',
  map: 'as a map',
  unknown: '?',
  omni: 'omni',
  'channel + omni': 'its own, and omni',
};

const UNITS = { entries: '', kinds: '', 'kinds and sizes': '', 'MIME types and sizes': '', sizes: '', kind: '' };

/**
 * The files of src/parts/channels by their names.
 *
 * @param {any} rules data/channel-limits.json of the message builder
 * @returns {Record<string, string>}
 */
export function channelParts({ channels }) {
  const parts = Object.entries(channels).map(([channel, limits]) => [`${channel.toLowerCase()}.md`, `${limitTable(limits)}\n`]);
  return Object.fromEntries([['native.md', `${nativeTable(channels)}\n`], ...parts]);
}

function nativeTable(channels) {
  const types = Object.keys(Object.values(channels)[0].native);
  return table(
    ['channel', ...types.map((type) => type.replace('_', ' '))],
    Object.entries(channels).map(([channel, { native }]) => [
      `**${channel}**`,
      ...types.map((type) => NATIVE[native[type]] ?? native[type]),
    ]),
  );
}

function limitTable(limits) {
  const known = Object.entries(LABELS).flatMap(([name, label]) => {
    const limit = name.split('.').reduce((tree, key) => tree?.[key], limits);
    return limit && limit.value !== null ? [[label, shown(limit), EFFECTS[limit.effect], SOURCES[limit.basis]]] : [];
  });
  const reports = limits.statuses.map((status) => `\`${status}\``).join(', ') || 'not published';
  return `Delivery reports: ${reports}.\n\n${table(['limit', 'at most', 'beyond it', 'source'], known)}`;
}

function shown({ value, unit }) {
  if (typeof value === 'string') return value === 'SMS_MAX_NUMBER_OF_MESSAGE_PARTS' ? `\`${value}\` of the send` : value;
  if (value.gsm7)
    return `${value.gsm7} GSM characters, or ${value.gsm7_part} in each of several parts; with others ${value.ucs2} and ${value.ucs2_part}`;
  if (Array.isArray(value)) return value.join(' to ');
  if (typeof value === 'object') return spoken(value, '<br>');
  return `${value} ${UNITS[unit] ?? unit}`.trim();
}

/** `{ image: { types: ['jpg'], max_mb: 5 } }` as "image: jpg, up to 5 MB". */
function spoken(value, between = ', ') {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .filter(([key]) => key !== 'note')
    .map(([key, inner]) => phrase(key, inner))
    .join(between);
}

function phrase(key, value) {
  const [, of, unit] = /^(?:(.*)_)?max_(mb|mib|kb)$/.exec(key) ?? [];
  if (unit) return `${of ? `${of.replaceAll('_', ' ')} ` : ''}up to ${value} ${{ mb: 'MB', mib: 'MiB', kb: 'kB' }[unit]}`;
  if (key === 'types' || key === 'kinds' || key === 'formats') return spoken(value);
  return `${key.replaceAll('_', ' ')}: ${spoken(value)}`;
}

function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
