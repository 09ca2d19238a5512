import { type Cell, type ChannelTraits, traitsOf } from './channel-traits.ts';
import type { Certainty, RenderedChange, RenderedMessage, RenderedType } from './rendered-message.ts';
import type { RenderedPart } from './rendered-part.ts';

/** A rendering in the making: filled by the functions of the message types, then closed. */
export interface Draft {
  readonly channel: string;
  readonly traits: ChannelTraits;
  type: RenderedType;
  certainty: Certainty;
  /** Is something shown in the channel's own form? */
  native: boolean;
  /** Is something rewritten as text? */
  rewritten: boolean;
  /** Is it unknown which of both it is? */
  unknown: boolean;
  text: string | undefined;
  readonly parts: RenderedPart[];
  readonly changes: RenderedChange[];
}

export function startDraft(channel: string): Draft {
  return {
    channel,
    traits: traitsOf(channel),
    type: 'none',
    certainty: 'stated',
    native: false,
    rewritten: false,
    unknown: false,
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
export function change(draft: Draft, kind: RenderedChange['kind'], path: string, what: string, basis: Certainty): void {
  draft.changes.push({ path, kind, what, basis });
  if (kind !== 'note') weaken(draft, basis);
}

/** Records that the channel's form for a type is a text, or may be one. */
export function markRewritten(draft: Draft, cell: Cell, path: string): void {
  draft.rewritten = true;
  weaken(draft, draft.traits.look);
  if (cell === 'text?') change(draft, 'changed', path, 'Probably sent as text: the vendor does not promise it.', 'guess');
  if (cell !== '?') return;
  draft.unknown = true;
  change(draft, 'changed', path, `What ${draft.channel} shows of it is not known; the parts show what is likeliest.`, 'unknown');
}

export function finishDraft(draft: Draft): RenderedMessage {
  const { channel, type, certainty, parts, changes, text } = draft;
  const mode = draft.unknown ? 'unknown' : !draft.rewritten ? 'native' : draft.native ? 'mixed' : 'text';
  if (text === undefined) return { channel, type, mode, certainty, parts, changes };
  return { channel, type, mode, certainty, parts, text, changes };
}

function rank(certainty: Certainty): number {
  return certainty === 'stated' ? 0 : certainty === 'inferred' ? 1 : certainty === 'guess' ? 2 : 3;
}
