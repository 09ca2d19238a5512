import type { JSX } from 'preact';
import type { Composer } from './composer.ts';
import type { Reach } from './reach.ts';

/** More than these are more than anybody reads. */
const MOST_NOTES = 4;

/** What stands against the message: on all channels, which blocks it, or on some. */
export function ReachNotes({ reach, hasMessage, composer }: { reach: Reach; hasMessage: boolean; composer: Composer }): JSX.Element {
  const { blocked, warnings, needsTemplate } = reach;
  const notes = hasMessage ? [...new Set(warnings)].slice(0, MOST_NOTES) : [];
  const shown = hasMessage ? blocked : undefined;
  return (
    <div class="reach" role="status">
      {shown !== undefined && (
        <p class="reach-blocked">
          {shown}{' '}
          {needsTemplate && composer.draft.value.kind !== 'template' && (
            <button type="button" class="button small" onClick={() => composer.change({ kind: 'template' })}>
              Choose a template
            </button>
          )}
        </p>
      )}
      {notes.map((note) => (
        <p key={note} class="reach-note">
          {note}
        </p>
      ))}
    </div>
  );
}
