import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type {
  ChangeConversation,
  ConversationResult,
  MessagePage,
  MessageResult,
  MessageView,
  Problem,
  SendMessage,
} from '../../../src/api/contract.ts';
import { type Answer, type Api, pathOf } from './api.ts';
import { coalesce } from './coalesce.ts';
import type { ConversationRecord, Expected } from './records.ts';
import { createTypers, type Typers } from './typers.ts';

/** Messages of a first look, and of a later one. */
const FIRST_MESSAGES = 100;
const NEWEST_MESSAGES = 40;

/** The service of the inbox counts a sign of typing for eight seconds. */
const TYPING_EVERY_MS = 4_000;

/** `missing`: there is no such conversation. `deleted`: there was one. */
export type ThreadState = 'loading' | 'ready' | 'failed' | 'missing' | 'deleted';

/**
 * One conversation, and everything that can be done with it. What is drawn is drawn from one of these, and what a person does there is
 * called on the very same: whatever is opened meanwhile, it concerns the conversation that was on the screen.
 */
export interface Thread {
  readonly id: string;
  record: ConversationRecord;
  state: ReadonlySignal<ThreadState>;
  /** Oldest first, with what is on its way at the end. */
  messages: ReadonlySignal<readonly MessageView[]>;
  hasEarlier: ReadonlySignal<boolean>;
  /** What went wrong last; gone with the next thing that is done. */
  problem: ReadonlySignal<Problem | undefined>;
  typers: Typers;
  refresh(): Promise<void>;
  loadEarlier(): Promise<void>;
  /** Reads all of it again. */
  reload(): Promise<void>;
  send(request: SendMessage, summary: string): Promise<Answer<MessageResult>>;
  addNote(id: string, text: string): Promise<Answer<MessageResult>>;
  sendAgain(messageId: string, channel?: string): Promise<void>;
  change(change: ChangeConversation): Promise<void>;
  merge(otherId: string): Promise<boolean>;
  markRead(messageId: string): Promise<void>;
  /** Tells the others that somebody writes here. */
  tellTyping(): void;
  dismissProblem(): void;
  /** It was deleted: nothing of it is shown any longer. */
  end(): void;
}

interface ThreadParts {
  api: Api;
  record: ConversationRecord;
  me(): { id: string; name: string };
  now?(): number;
}

export function createThread({ api, record, me, now = Date.now }: ThreadParts): Thread {
  const { id } = record;
  const state = signal<ThreadState>('loading');
  const said = signal<readonly MessageView[]>([]);
  const outgoing = signal<readonly MessageView[]>([]);
  const again = signal<ReadonlySet<string>>(new Set());
  const hasEarlier = signal(false);
  const problem = signal<Problem | undefined>(undefined);
  const typers = createTypers();
  let lastRead = '';
  let toldTypingAt = 0;

  const readRecord = async (): Promise<void> => {
    const answer = await api.call<ConversationResult>('GET', pathOf(id));
    if (answer.ok) record.put(answer.data.conversation);
    else if (answer.status === 404 || answer.status === 400) state.value = 'missing';
    else if (state.value === 'loading') fail(answer.problem);
  };

  const readMessages = async (): Promise<void> => {
    const limit = said.value.length === 0 ? FIRST_MESSAGES : NEWEST_MESSAGES;
    const answer = await api.call<MessagePage>('GET', pathOf(id, `/messages?limit=${limit}`));
    if (!answer.ok) {
      if (state.value === 'loading' && answer.status !== 404 && answer.status !== 400) fail(answer.problem);
      return;
    }
    batch(() => {
      takePage(answer.data);
      if (state.value !== 'missing' && state.value !== 'deleted' && record.shown.value) state.value = 'ready';
    });
  };

  const takePage = (page: MessagePage): void => {
    const own = page.messages.filter(({ conversationId }) => conversationId === id);
    const start = said.value.findIndex((message) => message.id === own[0]?.id);
    if (start === -1) hasEarlier.value = page.hasEarlier;
    const known = new Set(said.value.map((message) => message.id));
    // what somebody was writing has come
    for (const { id: messageId, authorId } of own) if (!known.has(messageId)) typers.stopped(authorId ?? '');
    said.value = start === -1 ? own : [...said.value.slice(0, start), ...own];
  };

  const fail = (why: Problem): void => {
    state.value = 'failed';
    problem.value = why;
  };

  const refresh = coalesce(async () => {
    if (state.value === 'deleted') return;
    await readRecord();
    if (state.value !== 'missing') await readMessages();
  });

  const putMessage = (message: MessageView): void => {
    if (message.conversationId !== id) return;
    const known = said.value.some((one) => one.id === message.id);
    said.value = known ? said.value.map((one) => (one.id === message.id ? message : one)) : [...said.value, message];
  };

  /** Shows a message at once; what the inbox answers takes its place, or it goes away. */
  const put = async (message: MessageView, path: string, body: object): Promise<Answer<MessageResult>> => {
    batch(() => {
      problem.value = undefined;
      outgoing.value = [...outgoing.value.filter((one) => one.id !== message.id), message];
    });
    // what is written next is something new to tell
    toldTypingAt = 0;
    const answer = await api.call<MessageResult>('POST', pathOf(id, path), body);
    batch(() => {
      outgoing.value = outgoing.value.filter((one) => one.id !== message.id);
      if (answer.ok) putMessage(answer.data.message);
      else problem.value = answer.problem;
    });
    return answer;
  };

  const draft = (messageId: string, part: Partial<MessageView>): MessageView => ({
    id: messageId,
    conversationId: id,
    direction: 'out',
    channel: '',
    at: new Date(now()).toISOString(),
    status: 'sending',
    summary: '',
    reactions: [],
    redacted: false,
    authorId: me().id,
    authorName: me().name,
    switches: [],
    ...part,
  });

  const expecting = async <T>(change: Expected, work: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    const settle = record.expect(change);
    const answer = await work();
    batch(() => {
      if (!answer.ok) problem.value = answer.problem;
      settle();
    });
    return answer;
  };

  const all = computed(() => {
    const known = new Set(said.value.map((message) => message.id));
    return [...said.value, ...outgoing.value.filter((message) => !known.has(message.id))].map((message) =>
      again.value.has(message.id) ? { ...message, status: 'sending' as const } : message,
    );
  });

  return {
    id,
    record,
    state,
    messages: all,
    hasEarlier,
    problem,
    typers,
    refresh,
    async loadEarlier() {
      const oldest = said.value[0];
      if (!oldest || !hasEarlier.value) return;
      const answer = await api.call<MessagePage>('GET', pathOf(id, `/messages?before=${encodeURIComponent(oldest.id)}`));
      if (!answer.ok) {
        problem.value = answer.problem;
        return;
      }
      if (said.value[0]?.id !== oldest.id) return;
      batch(() => {
        said.value = [...answer.data.messages.filter(({ conversationId }) => conversationId === id), ...said.value];
        hasEarlier.value = answer.data.hasEarlier;
      });
    },
    async reload() {
      if (state.value === 'failed') state.value = 'loading';
      problem.value = undefined;
      await refresh();
    },
    send: (request, summary) =>
      put(draft(request.id, { message: request.message, channel: request.channel ?? '', summary }), '/messages', request),
    addNote: (noteId, text) =>
      put(draft(noteId, { direction: 'note', note: text, summary: text, status: 'sending' }), '/notes', { id: noteId, text }),
    async sendAgain(messageId, channel) {
      if (again.value.has(messageId)) return;
      batch(() => {
        problem.value = undefined;
        again.value = new Set([...again.value, messageId]);
      });
      const body = { id: crypto.randomUUID(), ...(channel === undefined ? {} : { channel }) };
      const answer = await api.call<MessageResult>('POST', pathOf(id, `/messages/${encodeURIComponent(messageId)}/again`), body);
      if (answer.ok) putMessage(answer.data.message);
      else problem.value = answer.problem;
      // of a failed one the copy is new, and the old one says so from now on
      if (answer.ok) await refresh();
      again.value = new Set([...again.value].filter((one) => one !== messageId));
    },
    async change(change) {
      problem.value = undefined;
      await expecting(change, async () => {
        const answer = await api.call<ConversationResult>('PATCH', pathOf(id), change);
        if (answer.ok) record.put(answer.data.conversation);
        return answer;
      });
    },
    async merge(otherId) {
      problem.value = undefined;
      const answer = await api.call<ConversationResult>('POST', pathOf(id, '/merge'), { otherId });
      if (answer.ok) record.put(answer.data.conversation);
      else problem.value = answer.problem;
      return answer.ok;
    },
    async markRead(messageId) {
      if (messageId === lastRead) return;
      const before = lastRead;
      lastRead = messageId;
      const settle = record.expect({ unread: 0 });
      const answer = await api.call('POST', pathOf(id, '/read'), { messageId });
      if (answer.ok) await readRecord();
      else lastRead = before;
      settle();
    },
    tellTyping() {
      if (now() - toldTypingAt < TYPING_EVERY_MS) return;
      toldTypingAt = now();
      void api.call('POST', pathOf(id, '/typing'), {});
    },
    dismissProblem() {
      if (problem.value !== undefined && state.value !== 'failed') problem.value = undefined;
    },
    end() {
      batch(() => {
        state.value = 'deleted';
        said.value = [];
        outgoing.value = [];
      });
    },
  };
}
