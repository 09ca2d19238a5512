import type { ChannelRules } from '../rules/channel-rule.ts';
import { rulesOf } from '../rules/channel-rules.ts';
import type { Support } from '../rules/limits.ts';
import { type ChannelTraits, traitsOf } from './channel-traits.ts';
import { type Json, recordOf } from './read.ts';
import type { RenderOptions } from './render-options.ts';
import type {
  Certainty,
  RenderedChange,
  RenderedLimit,
  RenderedMessage,
  RenderedQuote,
  RenderedSender,
  RenderedType,
} from './rendered-message.ts';
import type { RenderedPart } from './rendered-part.ts';

/** A rendering in the making: filled by the functions of the message types, then closed. */
export interface Draft {
  readonly channel: string;
  readonly traits: ChannelTraits;
  readonly rules: ChannelRules;
  /** As given: any JSON. */
  readonly options: Json;
  readonly properties: Json;
  /** The translation of the message's template, until its words are taken. */
  translation: unknown;
  direction: RenderedMessage['direction'];
  type: RenderedType;
  certainty: Certainty;
  /** Is something shown in the channel's own form? */
  native: boolean;
  /** Is something rewritten as text? */
  rewritten: boolean;
  /** Is it unknown which of both it is? */
  unknown: boolean;
  sender: RenderedSender | undefined;
  quote: RenderedQuote | undefined;
  text: string | undefined;
  readonly parts: RenderedPart[];
  readonly changes: RenderedChange[];
}

export function startDraft(channel: string, options: RenderOptions): Draft {
  const given: unknown = options;
  const known = recordOf(given);
  return {
    channel,
    traits: traitsOf(channel),
    rules: rulesOf(channel),
    options: known,
    properties: recordOf(known.properties),
    translation: known.translation,
    direction: 'TO_CONTACT',
    type: 'none',
    certainty: 'stated',
    native: false,
    rewritten: false,
    unknown: false,
    sender: undefined,
    quote: undefined,
    text: undefined,
    parts: [],
    changes: [],
  };
}

/** The whole is as sure as its least sure detail. */
export function weaken(draft: Draft, certainty: Certainty): void {
  if (rank(certainty) > rank(draft.certainty)) draft.certainty = certainty;
}

/** Notes a difference, and what it means for the certainty of the whole. */
export function change(
  draft: Draft,
  kind: RenderedChange['kind'],
  path: string,
  what: string,
  basis: Certainty,
  limit?: RenderedLimit,
): void {
  draft.changes.push(limit === undefined ? { path, kind, what, basis } : { path, kind, what, basis, limit });
  if (kind !== 'note') weaken(draft, basis);
}

/** Records that the channel's form for a type is a text, or may be one. */
export function markRewritten(draft: Draft, cell: Support, path: string): void {
  draft.rewritten = true;
  weaken(draft, draft.traits.look);
  if (cell === 'likely text') change(draft, 'changed', path, 'Probably sent as text: the vendor does not promise it.', 'guess');
  if (cell !== 'unknown') return;
  draft.unknown = true;
  change(draft, 'changed', path, `What ${draft.channel} shows of it is not known; the parts show what is likeliest.`, 'unknown');
}

export function finishDraft(draft: Draft): RenderedMessage {
  const { channel, direction, type, certainty, parts, changes, sender, quote, text } = draft;
  const mode = draft.unknown ? 'unknown' : !draft.rewritten ? 'native' : draft.native ? 'mixed' : 'text';
  const rendered: RenderedMessage = { channel, direction, type, mode, certainty, parts, changes };
  if (sender !== undefined) rendered.sender = sender;
  if (quote !== undefined) rendered.quote = quote;
  if (text !== undefined) rendered.text = text;
  return rendered;
}

function rank(certainty: Certainty): number {
  return certainty === 'stated' ? 0 : certainty === 'inferred' ? 1 : certainty === 'guess' ? 2 : 3;
}
