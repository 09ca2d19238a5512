import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons/icon.tsx';
import { type SheetContent, usePhone } from '../internal/phone-context.ts';

/** A sheet over the lower part of the phone: takes the focus, Escape closes it. The page below it stays as it is. */
export function Sheet({ sheet }: { sheet: SheetContent }): JSX.Element {
  const { openSheet } = usePhone();
  const panel = useRef<HTMLDivElement>(null);
  const title = useId();
  const close = () => openSheet(undefined);
  useLayoutEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  };
  return (
    <div class="cvh-sheet-layer">
      {/* biome-ignore lint/a11y: a tap beside the sheet closes it too; by keyboard there are Escape and the button. */}
      <div class="cvh-shade" onClick={close} />
      <div class="cvh-sheet" role="dialog" aria-modal="true" aria-labelledby={title} tabIndex={-1} ref={panel} onKeyDown={closeByKey}>
        <div class="cvh-sheet-head">
          <p id={title} dir="auto">
            {sheet.title}
          </p>
          <button type="button" class="cvh-round-button" aria-label="Close" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        {sheet.content}
      </div>
    </div>
  );
}
