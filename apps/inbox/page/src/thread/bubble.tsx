import { MessageView as Drawing } from '@convapi/handset';
import { type RenderChannel, type RenderedMessage, render, text } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { MessageView } from '../../../src/api/contract.ts';
import { readTemplates, type Translation, templates, translationFor } from '../compose/template-list.ts';
import { useDesk } from '../state/desk.ts';
import { throughInbox } from './through-inbox.ts';

/** A message in the look of its channel. */
export function Bubble({ message, channel }: { message: MessageView; channel: string }): JSX.Element {
  // a state that changes does not draw the words again
  const key = JSON.stringify([message.message, message.tapped, message.reaction, message.comment, message.summary]);
  const translation = useTranslation(message);
  const rendered = useMemo(() => toRendered(message, channel, translation), [key, channel, translation]);
  if (message.redacted) {
    return (
      <div class="redacted">
        <span>{message.direction === 'in' ? 'The contact or the channel took this message back.' : 'Personal data was taken out.'}</span>
        {message.message && <Drawing rendered={rendered} id={message.id} mediaUrl={throughInbox} notes={false} still />}
      </div>
    );
  }
  return <Drawing rendered={rendered} id={message.id} mediaUrl={throughInbox} notes={false} still />;
}

/** The words of a template of the project: they are read when the first message needs them. */
function useTranslation({ direction, message }: MessageView): Translation | undefined {
  const desk = useDesk();
  const isTemplate = direction === 'out' && message !== undefined && 'template_message' in message;
  useEffect(() => {
    if (isTemplate && templates.peek().is === 'unread') void readTemplates(desk);
  }, [isTemplate]);
  return isTemplate ? translationFor(message) : undefined;
}

function toRendered(
  { message, direction, tapped, reaction, comment, summary }: MessageView,
  channel: string,
  translation?: Translation,
): RenderedMessage {
  const drawnOn = (channel || 'SMS') as RenderChannel;
  const words = tapped ?? reaction ?? comment?.text;
  if (words !== undefined) return plain(words, direction, drawnOn);
  if (message === undefined) return plain(summary, direction, drawnOn);
  const entry = direction === 'in' ? { contact_message: message } : { app_message: message };
  const rendered = render(entry as Parameters<typeof render>[0], drawnOn, { translation });
  return rendered.parts.length === 0 ? plain(summary, direction, drawnOn) : rendered;
}

function plain(words: string, direction: MessageView['direction'], channel: RenderChannel): RenderedMessage {
  const message = text(words === '' ? '(empty message)' : words);
  return render(direction === 'in' ? { contact_message: { text_message: message.text_message } } : { app_message: message }, channel);
}
