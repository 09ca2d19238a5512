import { useMemo, useRef } from 'preact/hooks';
import { lookOf } from '../channel-look.ts';
import type { PhoneContext } from '../internal/phone-context.ts';

/** What a page gives: its functions may be new ones each time it draws. */
type Given = Pick<PhoneContext, 'mediaUrl' | 'onTap' | 'onText' | 'onReaction' | 'openSheet'> & {
  channel: string;
  notes?: boolean | undefined;
  still?: boolean | undefined;
};

/** The same object while nothing changes that is drawn: messages that stay as they are need not be drawn again. */
export function usePhoneContext(given: Given): PhoneContext {
  const { channel, notes = true, still = false, mediaUrl, openSheet } = given;
  const latest = useRef(given);
  latest.current = given;
  const hasText = given.onText !== undefined;
  const hasReaction = given.onReaction !== undefined;
  return useMemo(
    () => ({
      look: lookOf(channel),
      notes,
      still,
      mediaUrl,
      openSheet,
      onTap: (tap) => latest.current.onTap?.(tap),
      onText: hasText ? (text) => latest.current.onText?.(text) : undefined,
      onReaction: hasReaction ? (reaction) => latest.current.onReaction?.(reaction) : undefined,
    }),
    [channel, notes, still, mediaUrl, openSheet, hasText, hasReaction],
  );
}
