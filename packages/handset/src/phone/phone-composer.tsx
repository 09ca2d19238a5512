import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Icon, type IconName } from '../icons/icon.tsx';
import { usePhone } from '../internal/phone-context.ts';

/** Something that the phone's owner can send beside a text: a picture, a place, an order. The page does it. */
export interface PhoneAction {
  /** What the action is called. */
  label: string;
  /** Icon of the action. */
  icon?: IconName | undefined;
  /** Called when it is tapped. */
  run: () => void;
}

/** The field to write in. Where the page takes no text it is only drawn. */
export function PhoneComposer({ business, actions = [] }: { business: string; actions?: readonly PhoneAction[] | undefined }): JSX.Element {
  const { look, onText, openSheet } = usePhone();
  const field = useRef<HTMLInputElement>(null);
  if (onText === undefined) return <DrawnComposer placeholder={look.placeholder} />;
  const send = (event: Event) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    if (field.current === null || text === '') return;
    field.current.value = '';
    onText(text);
  };
  const offer = () => openSheet({ title: 'Send', content: <ActionList actions={actions} /> });
  return (
    <form class="cvh-composer" onSubmit={send}>
      {actions.length > 0 && (
        <button type="button" class="cvh-round-button cvh-plus" aria-haspopup="dialog" aria-label="Send something else" onClick={offer}>
          <Icon name="plus" />
        </button>
      )}
      <input
        ref={field}
        class="cvh-field"
        type="text"
        autocomplete="off"
        dir="auto"
        aria-label={`Message to ${business}`}
        placeholder={look.placeholder}
      />
      <button type="submit" class="cvh-round-button cvh-send" aria-label="Send">
        <Icon name="send" />
      </button>
    </form>
  );
}

function DrawnComposer({ placeholder }: { placeholder: string }): JSX.Element {
  return (
    <div class="cvh-composer" aria-hidden="true">
      <span class="cvh-round-button cvh-plus">
        <Icon name="plus" />
      </span>
      <span class="cvh-field">{placeholder}</span>
      <span class="cvh-round-button cvh-send">
        <Icon name="mic" />
      </span>
    </div>
  );
}

function ActionList({ actions }: { actions: readonly PhoneAction[] }): JSX.Element {
  const { openSheet } = usePhone();
  return (
    <ul class="cvh-plain-list cvh-actions">
      {actions.map(({ label, icon, run }) => (
        <li key={label}>
          <button
            type="button"
            onClick={() => {
              openSheet(undefined);
              run();
            }}
          >
            <Icon name={icon ?? 'plus'} />
            {label}
          </button>
        </li>
      ))}
    </ul>
  );
}
