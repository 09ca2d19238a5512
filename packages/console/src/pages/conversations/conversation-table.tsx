import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import type { ConversationResource } from '../../state/store.ts';
import { toChannelName, toTimeOrNever } from '../../state/words.ts';
import { Badge } from '../../ui/parts.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';

export function ConversationTable({
  region,
  conversations,
}: {
  region: string;
  conversations: readonly ConversationResource[];
}): JSX.Element {
  const { place, store } = useConsole();
  return (
    <ScrollRegion label="Table of conversations">
      <table>
        <thead>
          <tr>
            <th scope="col">Conversation ID</th>
            <th scope="col">App</th>
            <th scope="col">Contact</th>
            <th scope="col">Channel</th>
            <th scope="col">Contact last wrote</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {conversations.map((conversation) => (
            <tr key={conversation.id}>
              <td>
                <a class="mono" href={`${place.base}/conversations/${region}/${encodeURIComponent(conversation.id)}`}>
                  {conversation.id}
                </a>
              </td>
              <td class="break">{store.app(conversation.app_id)?.app.display_name ?? conversation.app_id}</td>
              <td>
                <a class="mono" href={`${place.base}/contacts/${region}/${encodeURIComponent(conversation.contact_id)}`}>
                  {conversation.contact_id}
                </a>
              </td>
              <td>{conversation.active_channel ? toChannelName(conversation.active_channel) : ''}</td>
              <td class="nowrap">{toTimeOrNever(conversation.last_received)}</td>
              <td>{conversation.active ? <Badge tone="good">active</Badge> : <Badge>stopped</Badge>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
