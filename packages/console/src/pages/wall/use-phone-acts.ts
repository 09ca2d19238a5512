import type { PhoneAction, Tap } from '@convapi/handset';
import { useConsole } from '../../state/console.ts';
import type { HandsetEntryView, StoredMedia } from '../../state/wire.ts';

/** The phone that an act is made on, and the app that hears of it. */
export interface PhoneSubject {
  channel: string;
  identity: string;
  appId: string | undefined;
}

export interface PhoneActs {
  tap(tap: Tap): void;
  write(text: string): void;
  react(entryId: string, emoji: string): void;
  read(): void;
  type(isTyping: boolean): void;
  actions: readonly PhoneAction[];
}

/** A place to share: the same for everyone. */
const PLACE = { latitude: 55.605, longitude: 13.003, title: 'Malmö' };

/** What the owner of a phone can do. Each act is made on the phone that it was made for. */
export function usePhoneActs({ channel, identity, appId }: PhoneSubject, entries: readonly HandsetEntryView[]): PhoneActs {
  const { api, toasts } = useConsole();
  const app = appId === undefined ? {} : { app_id: appId };
  const act = async (deed: object): Promise<void> => {
    const answer = await api.control('POST', '/inbound', { channel, identity, ...app, ...deed });
    if (!answer.ok) toasts.fail(answer.message);
  };
  const sendFile = async (file: File): Promise<void> => {
    const answer = await api.upload<StoredMedia>('/media', file);
    if (!answer.ok) return toasts.fail(answer.message);
    await act({ media: { url: answer.data.url } });
  };
  const last = entries.findLast(({ direction, status }) => direction === 'TO_CONTACT' && status !== 'FAILED');
  return {
    tap: ({ entryId, title, postback, type, target }) => {
      // the browser follows a link by itself; nobody is told of it
      if (target !== undefined && (type === 'url' || type === 'call')) return;
      void act({ tap: { message_id: entryId, ...(postback === undefined ? { title } : { postback }) } });
    },
    write: (text) => void act({ text }),
    react: (entryId, emoji) =>
      void act({ reaction: emoji === '' ? { emoji: '👍', message_id: entryId, withdrawn: true } : { emoji, message_id: entryId } }),
    read: () => void act({ read: last?.message_id ?? true }),
    type: (isTyping) => void act({ typing: isTyping }),
    actions: [
      { label: 'A picture or a file', run: () => pickFile((file) => void sendFile(file)) },
      { label: 'A place', run: () => void act({ location: PLACE }) },
      { label: 'An order', run: () => void act({ order: { products: [{ id: 'product-1', quantity: 1 }] } }) },
      ...(last
        ? [
            {
              label: 'A reply to the last message',
              run: () => void act({ reply: { text: 'About this one.', message_id: last.message_id } }),
            },
          ]
        : []),
      { label: 'Stop messages (opt out)', run: () => void act({ opt_out: true }) },
    ],
  };
}

function pickFile(onFile: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.onchange = () => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
  };
  input.click();
}
