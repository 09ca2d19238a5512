import type { ListPart, RenderedListItem } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { usePhone } from '../internal/phone-context.ts';
import { MediaBox } from './media-box.tsx';

/** The rows of a menu: one is chosen, then sent. */
export function ListSheet({ part, entryId }: { part: ListPart; entryId: string }): JSX.Element {
  const { onTap, openSheet, still } = usePhone();
  const [chosen, setChosen] = useState<RenderedListItem>();
  const group = useId();
  const send = (event: Event) => {
    event.preventDefault();
    if (chosen === undefined) return;
    const { title, postback, path, productId } = chosen;
    openSheet(undefined);
    onTap?.({
      entryId,
      type: productId === undefined ? 'list_item' : 'product',
      title,
      path,
      ...(postback === undefined ? {} : { postback }),
    });
  };
  return (
    <form class="cvh-list-sheet" onSubmit={send}>
      <div class="cvh-sheet-scroll">
        {part.sections.map((section, index) => (
          <fieldset key={index}>
            {section.title === undefined ? null : <legend dir="auto">{section.title}</legend>}
            {section.items.map((item) => (
              <label key={item.path} class="cvh-list-row">
                {item.media === undefined ? null : <MediaBox media={item.media} />}
                <span class="cvh-list-words" dir="auto">
                  <span>{item.title === '' ? '(no caption)' : item.title}</span>
                  {item.productId === undefined ? null : <span class="cvh-pale">product of the catalogue</span>}
                  {item.description === undefined ? null : <span class="cvh-pale">{item.description}</span>}
                </span>
                <input type="radio" name={group} disabled={still} checked={item === chosen} onChange={() => setChosen(item)} />
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      {!still && (
        <button type="submit" class="cvh-sheet-send" disabled={chosen === undefined}>
          Send
        </button>
      )}
    </form>
  );
}
