import type { JSX } from 'preact';
import type { ConversationEvent, MessageView } from '../../../src/api/contract.ts';
import { channelName, fullTime, timeOf } from '../state/words.ts';

/** What happened to the conversation, between its messages. */
export function EventLine({ event, message }: { event: ConversationEvent | undefined; message: MessageView }): JSX.Element {
  return (
    <li class="event" data-message={message.id}>
      <bdi>{event ? wordsOf(event, message) : message.summary}</bdi>{' '}
      <time dateTime={message.at} title={fullTime(message.at)}>
        {timeOf(message.at)}
      </time>
    </li>
  );
}

const STATE_WORDS = { open: 'opened this', waiting: 'set this to waiting', done: 'set this to done' } as const;

function wordsOf(event: ConversationEvent, { authorName, summary }: MessageView): string {
  const who = authorName === '' ? 'The inbox' : authorName;
  switch (event.kind) {
    case 'state':
      return `${who} ${STATE_WORDS[event.state]}`;
    case 'assigned':
      return event.agentId === null ? `${who} gave this to nobody` : `${who} assigned this to ${event.agentName}`;
    case 'merged':
      return `${who} merged the conversation with ${event.name} into this`;
    case 'opted_out':
      return `The contact opted out of ${channelName(event.channel)}`;
    case 'opted_in':
      return `The contact opted in to ${channelName(event.channel)}`;
    default:
      return summary;
  }
}
