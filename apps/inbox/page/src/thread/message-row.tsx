import type { JSX } from 'preact';
import type { ConversationView, MessageView } from '../../../src/api/contract.ts';
import type { Composer } from '../compose/composer.ts';
import type { Thread } from '../state/thread.ts';
import { channelName, fullTime, timeOf, withoutTurning } from '../state/words.ts';
import { Bubble } from './bubble.tsx';
import { EventLine } from './event-line.tsx';
import { FailureActions } from './failure-actions.tsx';
import { StatusMark } from './status-mark.tsx';
import { Switches } from './switches.tsx';
import { throughInbox } from './through-inbox.ts';

interface MessageRowProps {
  thread: Thread;
  composer: Composer;
  view: ConversationView;
  message: MessageView;
  /** The one before is of the same person, on the same channel. */
  isGrouped: boolean;
}

const SIDES = { in: 'from-contact', out: 'from-us', note: 'from-us is-note', event: 'is-event' } as const;

/** One entry of the thread: what was said, by whom, when, on which channel, and how far it got. */
export function MessageRow({ thread, composer, view, message, isGrouped }: MessageRowProps): JSX.Element {
  const { direction, event } = message;
  if (direction === 'event') return <EventLine event={event} message={message} />;
  const isNote = direction === 'note';
  const fallbackChannel = message.channel || view.channel;
  const author = authorOf(message, view.name);
  return (
    <li class={`message ${SIDES[direction]}${isGrouped ? ' grouped' : ''}`} data-message={message.id}>
      <span class="visually-hidden">{`${author}: `}</span>
      {message.replyTo && (
        <p class="quote small">
          <bdi class="cut">{withoutTurning(message.replyTo.summary)}</bdi>
        </p>
      )}
      {message.comment && <CommentLine on={message.comment.on} />}
      {isNote ? (
        <p class="note-words" dir="auto">
          {message.note}
        </p>
      ) : (
        <Bubble message={message} channel={fallbackChannel} />
      )}
      {message.reactions.length > 0 && (
        <ul class="reactions" aria-label="Reactions of the contact">
          {message.reactions.map((emoji, index) => (
            <li key={`${index} ${emoji}`}>{emoji}</li>
          ))}
        </ul>
      )}
      <p class="meta">
        {direction !== 'in' && <bdi class="cut">{author}</bdi>}
        {isNote && <span>Note, for the team only</span>}
        {message.channel !== '' && <span>{channelName(message.channel)}</span>}
        <time dateTime={message.at} title={fullTime(message.at)}>
          {timeOf(message.at)}
        </time>
        <StatusMark message={message} />
        <FileLink message={message} />
      </p>
      <Switches switches={message.switches} />
      <FailureActions thread={thread} composer={composer} view={view} message={message} />
    </li>
  );
}

/** A picture in full, or a file that is not drawn. */
function FileLink({ message: { message } }: { message: MessageView }): JSX.Element | null {
  const { media_message: media } = (message ?? {}) as { media_message?: { url?: string } };
  if (!media?.url || !/^https?:/i.test(media.url)) return null;
  return (
    <a href={throughInbox({ url: media.url })} target="_blank" rel="noopener noreferrer">
      Open the file
    </a>
  );
}

/** What was written under a post can be read by anyone: the answer is private. */
function CommentLine({ on }: { on: string }): JSX.Element {
  const isSafe = /^https?:/i.test(on);
  return (
    <p class="quote small">
      {'Comment in public '}
      {isSafe && (
        <a href={on} target="_blank" rel="noopener noreferrer">
          under this post
        </a>
      )}
    </p>
  );
}

function authorOf({ direction, authorName }: MessageView, contact: string): string {
  if (direction === 'in') return contact;
  return authorName === '' ? 'Another program' : authorName;
}
