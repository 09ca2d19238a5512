import type { Certainty, RenderedMessage } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { Icon } from '../icons/icon.tsx';
import { usePhone } from '../internal/phone-context.ts';

const SURE_WORDS: Readonly<Record<Certainty, string>> = {
  stated: 'stated by the vendor',
  inferred: 'inferred',
  guess: 'a guess',
  unknown: 'not known',
};

/** Is what is drawn more of a guess than of a fact? */
export function isUnsure({ certainty }: RenderedMessage): boolean {
  return certainty === 'guess' || certainty === 'unknown';
}

/** What the drawing is worth: how sure it is, and what differs from the message. It is no part of the app that is drawn. */
export function RenderNote({ rendered }: { rendered: RenderedMessage }): JSX.Element | null {
  const { notes, openSheet } = usePhone();
  const count = rendered.changes.length;
  if (!notes || (count === 0 && !isUnsure(rendered))) return null;
  const words = [
    ...(isUnsure(rendered) ? [SURE_WORDS[rendered.certainty]] : []),
    ...(count === 0 ? [] : [count === 1 ? '1 note' : `${count} notes`]),
  ];
  return (
    <button
      type="button"
      class={isUnsure(rendered) ? 'cvh-note cvh-note-unsure' : 'cvh-note'}
      aria-haspopup="dialog"
      onClick={() => openSheet({ title: 'How this was drawn', content: <Changes rendered={rendered} /> })}
    >
      <Icon name="info" />
      {words.join(' · ')}
    </button>
  );
}

function Changes({ rendered }: { rendered: RenderedMessage }): JSX.Element {
  const { mode, certainty, changes } = rendered;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <div class="cvh-sheet-scroll cvh-changes" tabIndex={0}>
      <p>{`Shown as ${MODE_WORDS[mode]}. How sure: ${SURE_WORDS[certainty]}.`}</p>
      <ul class="cvh-plain-list">
        {changes.map(({ path, kind, what, basis, limit }) => (
          <li key={`${path} ${what}`}>
            <p>
              <b class={`cvh-change cvh-change-${kind}`}>{kind}</b> {what}
            </p>
            <p class="cvh-pale">
              <code>{path === '' ? 'message' : path}</code> · {SURE_WORDS[basis]}
              {limit === undefined ? null : ` · ${limit.actual} of ${limit.most} ${limit.unit}`}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

const MODE_WORDS: Readonly<Record<RenderedMessage['mode'], string>> = {
  native: "the channel's own forms",
  text: 'text',
  mixed: "the channel's own forms, and text",
  unknown: 'it is not known what',
};
