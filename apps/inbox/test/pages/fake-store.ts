import type { Agent, ConversationView, LiveEvents, MessageView, SavedReply, Session, Templates } from '../../src/api/contract.ts';

export const ME: Agent = { id: 'agent-me', name: 'Maja Ek', email: 'maja@example.com', role: 'admin', active: true };
export const BO: Agent = { id: 'agent-bo', name: 'Bo Berg', email: 'bo@example.com', role: 'agent', active: true };
const START = Date.parse('2026-03-02T08:00:00.000Z');

/** What the stand-in for the back holds, in memory. */
export interface FakeStore {
  conversations: Map<string, ConversationView>;
  messages: Map<string, MessageView[]>;
  savedReplies: SavedReply[];
  templates: Templates['templates'];
  session: Session;
  team: Agent[];
  isSignedIn: boolean;
  addConversation(part: Partial<ConversationView> & { id: string }): ConversationView;
  addMessage(conversationId: string, part?: Partial<MessageView>): MessageView;
  /** Puts a message in, or in place of the one with its id. */
  keep(message: MessageView): void;
  tell<Name extends keyof LiveEvents>(name: Name, event: LiveEvents[Name]): void;
}

export function createStore(tell: FakeStore['tell']): FakeStore {
  let count = 0;
  const store: FakeStore = {
    conversations: new Map(),
    messages: new Map(),
    savedReplies: [],
    templates: [],
    team: [ME, BO],
    session: {
      agent: ME,
      hasPassword: true,
      maxUploadBytes: 16 * 1_048_576,
      uploadsArePublic: true,
      channels: ['SMS', 'RCS', 'WHATSAPP'],
    },
    isSignedIn: true,
    tell,
    addConversation(part) {
      const address = { channel: 'SMS', identity: '+46700000001', lastInboundAt: null, optedOut: false };
      const view: ConversationView = {
        name: part.id,
        named: true,
        channel: 'SMS',
        channelIdentity: address.identity,
        addresses: [address],
        state: 'open',
        assigneeId: null,
        unread: 0,
        failed: 0,
        last: null,
        ...part,
      };
      store.conversations.set(view.id, view);
      store.messages.set(view.id, []);
      return view;
    },
    addMessage(conversationId, part = {}) {
      count += 1;
      const summary = part.summary ?? `Message ${count}`;
      const message: MessageView = {
        id: `message-${count}`,
        conversationId,
        direction: 'in',
        channel: 'SMS',
        at: new Date(START + count * 60_000).toISOString(),
        status: part.direction === 'out' ? 'delivered' : 'received',
        message: { text_message: { text: summary } },
        summary,
        reactions: [],
        redacted: false,
        authorId: null,
        authorName: '',
        switches: [],
        ...part,
      };
      store.keep(message);
      return message;
    },
    keep(message) {
      const { conversationId, summary, direction, status, at } = message;
      const others = (store.messages.get(conversationId) ?? []).filter(({ id }) => id !== message.id);
      store.messages.set(conversationId, [...others, message]);
      const view = store.conversations.get(conversationId);
      if (view) store.conversations.set(conversationId, { ...view, last: { summary, direction, status, at } });
    },
  };
  return store;
}

export function problem(status: number, detail: string): Response {
  return new Response(JSON.stringify({ title: 'Problem', status, detail }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
