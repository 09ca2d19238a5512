import type { LimitChannel } from '../rules/limits.ts';
import { type NativeForm, nativeForm } from '../rules/native-form.ts';
import type { Origin } from './issue.ts';
import { type Finding, type Scope, tell } from './scope.ts';

const MATRIX: Origin = { basis: 'sinch-doc', source: 'MATRIX' };
const NOBODY: Origin = { basis: 'unknown', source: null };

/** What the types are called. */
const NAMES: { readonly [key: string]: string } = {
  text_message: 'a text',
  media_message: 'a file',
  choice_message: 'a text with choices',
  card_message: 'a card',
  carousel_message: 'a carousel',
  location_message: 'a location',
  list_message: 'a list',
  contact_info_message: 'a contact card',
};

/** What becomes of a type that is sent as text, where the plain sentence says too little. */
const AS_TEXT: { readonly [key: string]: string } = {
  media_message: 'Its address is sent as text.',
  choice_message: 'The choices are sent as plain text.',
};

/** What a channel shows in another form. @returns the form */
export function checkNative(scope: Scope, key: string, path: string, content: unknown): NativeForm['support'] {
  const { channel, limits, report } = scope;
  const { support, obstacles } = nativeForm(channel, key, content, path);
  for (const { path: at, code, rule, text, limit, actual, unit } of obstacles) {
    const finding = {
      path: at,
      code,
      limit,
      actual,
      unit,
      text,
      severity: 'warning',
      effect: 'text',
      sentence: fateOf(channel, key),
    } as const;
    tell(report, channel, finding, limits[rule] ?? NOBODY);
  }
  if (support !== 'native' && obstacles.length === 0) tellForm(scope, key, path, support);
  return support;
}

function fateOf(channel: LimitChannel, key: string): string | undefined {
  if (channel === 'WHATSAPP' && key === 'card_message') return 'The card is sent as its media with a caption, or as plain text.';
  return AS_TEXT[key];
}

function tellForm(scope: Scope, key: string, path: string, support: string): void {
  const { channel, report } = scope;
  const name = NAMES[key] ?? 'a message';
  const say = (finding: Pick<Finding, 'severity' | 'text' | 'effect' | 'sentence'>, origin: Origin) =>
    tell(report, channel, { path, code: 'not_native', ...finding }, origin);
  if (support === 'text') {
    say({ severity: 'warning', text: `is ${name}, which ${channel} does not have`, effect: 'text', sentence: AS_TEXT[key] }, MATRIX);
  } else if (support === 'parts') {
    say({ severity: 'note', text: `is ${name}, which ${channel} shows as other things`, effect: 'text', sentence: PARTS[key] }, MATRIX);
  } else if (support === 'map') {
    const text = `is a location, of which ${channel} shows the map alone`;
    say({ severity: 'note', text, effect: 'lost', sentence: 'Title and label are not shown.' }, MATRIX);
  } else if (support === 'likely text') {
    const text = `is ${name}, and nobody states what ${channel} shows`;
    say({ severity: 'warning', text, effect: 'text', sentence: 'It may arrive as text, or not at all.' }, NOBODY);
  } else {
    // A channel without any statement shows a text all the same.
    const severity = key === 'text_message' ? 'note' : 'warning';
    say({ severity, text: `is ${name}, and nobody states what ${channel} shows`, effect: 'unknown' }, NOBODY);
  }
}

const PARTS: { readonly [key: string]: string } = {
  location_message: 'It becomes a text, and a button that opens the map.',
  card_message: 'It becomes its file, and its words as text.',
};
