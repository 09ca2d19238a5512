import type { JSX } from 'preact';
import { usePhone } from '../internal/phone-context.ts';
import { Face } from '../parts/face.tsx';
import type { ThreadEntry } from '../thread-entry.ts';
import { ThreadItem } from './thread-item.tsx';
import { toRows } from './to-rows.ts';

export interface ThreadProps {
  entries: readonly ThreadEntry[];
  /** Name of the business. */
  business: string;
  /** Its picture, as the message names it. */
  pictureUrl?: string | undefined;
  /** Is the business writing? */
  typing?: boolean | undefined;
}

/** The messages of both sides, newest at the foot; it stays there while new ones come, unless somebody reads above. */
export function Thread({ entries, business, pictureUrl, typing = false }: ThreadProps): JSX.Element {
  const { look } = usePhone();
  return (
    // A log tells its new lines to those who do not see them; a tick that changes is none.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <div class="cvh-thread" role="log" aria-relevant="additions" aria-label="Messages" tabIndex={0}>
      <ol class="cvh-items">
        {toRows(entries, look).map((row) =>
          row.kind === 'gap' ? (
            <li key={row.key} class="cvh-gap">
              <span>{row.text}</span>
            </li>
          ) : (
            <ThreadItem
              key={row.key}
              entry={row.entry}
              isFirst={row.isFirst}
              isLast={row.isLast}
              business={business}
              pictureUrl={pictureUrl}
            />
          ),
        )}
        {typing && <TypingItem business={business} pictureUrl={pictureUrl} />}
      </ol>
    </div>
  );
}

function TypingItem({ business, pictureUrl }: { business: string; pictureUrl: string | undefined }): JSX.Element {
  const { look } = usePhone();
  return (
    <li class="cvh-item cvh-business cvh-first cvh-last">
      {look.face !== undefined && (
        <span class="cvh-face-column">
          <Face name={business} pictureUrl={pictureUrl} />
        </span>
      )}
      <div class="cvh-column">
        <div class="cvh-bubble cvh-typing">
          <span class="cvh-hidden">{business} is typing</span>
          <i aria-hidden="true" />
          <i aria-hidden="true" />
          <i aria-hidden="true" />
        </div>
      </div>
    </li>
  );
}
