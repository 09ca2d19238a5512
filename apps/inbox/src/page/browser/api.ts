import type { ConversationView, MessageView } from '../../views.ts';

/** A page of a thread, oldest first. */
export interface ThreadPage {
  messages: MessageView[];
  hasEarlier: boolean;
}

/** The newest conversations. */
export async function getConversations(): Promise<ConversationView[]> {
  return (await call<{ conversations: ConversationView[] }>('/api/conversations')).conversations;
}

/** One conversation, also one that the list does not reach. */
export async function getConversation(id: string): Promise<ConversationView> {
  return (await call<{ conversation: ConversationView }>(pathOf(id))).conversation;
}

/** The newest messages, or those before one of them. */
export function getMessages(conversationId: string, before?: string): Promise<ThreadPage> {
  return call(`${pathOf(conversationId)}/messages${before === undefined ? '' : `?before=${encodeURIComponent(before)}`}`);
}

/** Sends `{ text }` or `{ card }`. */
export function sendDraft(conversationId: string, draft: object): Promise<unknown> {
  return call(`${pathOf(conversationId)}/messages`, draft);
}

export function sendAgain(conversationId: string, messageId: string): Promise<unknown> {
  return call(`${pathOf(conversationId)}/messages/${encodeURIComponent(messageId)}/retry`, {});
}

export function markRead(conversationId: string): Promise<unknown> {
  return call(`${pathOf(conversationId)}/read`, {});
}

/** An answer that is not a success, or none (status 0). `kept` tells that the message stands in the thread, with its reason. */
export class ProblemError extends Error {
  readonly status: number;
  readonly kept: boolean;

  constructor(message: string, status: number, kept: boolean) {
    super(message);
    this.status = status;
    this.kept = kept;
  }
}

function pathOf(conversationId: string): string {
  return `/api/conversations/${encodeURIComponent(conversationId)}`;
}

async function call<T>(path: string, body?: object): Promise<T> {
  const init = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new ProblemError('The inbox does not answer. Is it still running?', 0, false);
  }
  const text = await response.text();
  const data = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) {
    const { status } = response;
    throw new ProblemError(String(data?.detail ?? `The inbox answered ${status}.`), status, data?.message !== undefined);
  }
  return data as T;
}
