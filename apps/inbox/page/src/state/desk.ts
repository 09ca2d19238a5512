import { batch, type ReadonlySignal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Agent, ConversationCounts, SavedReplies, SavedReply, Session, Team, Templates } from '../../../src/api/contract.ts';
import { type Composer, createComposer } from '../compose/composer.ts';
import { type Api, createApi } from './api.ts';
import { coalesce } from './coalesce.ts';
import { type ConversationList, createList } from './list.ts';
import { listen } from './live.ts';
import { createRecords, type Records } from './records.ts';
import { createRouter, hrefOf, type Router } from './route.ts';
import { createThread, type Thread } from './thread.ts';
import { createToasts, type Toasts } from './toasts.ts';

export type Connection = 'starting' | 'live' | 'gone' | 'signed-out';

/** A conversation that was opened: what is in it, and what is written there. */
export interface Pane {
  thread: Thread;
  composer: Composer;
}

/** Everything that the page is drawn from. */
export interface Desk {
  api: Api;
  router: Router;
  records: Records;
  list: ConversationList;
  toasts: Toasts;
  connection: ReadonlySignal<Connection>;
  session: ReadonlySignal<Session | undefined>;
  team: ReadonlySignal<readonly Agent[]>;
  savedReplies: ReadonlySignal<readonly SavedReply[]>;
  counts: ReadonlySignal<ConversationCounts | undefined>;
  /** The conversation of that id, read when first asked for and kept true since. */
  paneOf(id: string): Pane;
  /** Templates of the project, read when first asked for. */
  templates(): Promise<Templates['templates'] | string>;
  start(): Promise<void>;
  /** Reads who is signed in again. */
  readSession(): Promise<void>;
  signOut(): Promise<void>;
}

/** Conversations that are kept at hand; others are read again. */
const MOST_PANES = 20;

const COUNTS_EVERY_MS = 1_000;

export function createDesk(): Desk {
  const connection = signal<Connection>('starting');
  const session = signal<Session | undefined>(undefined);
  const team = signal<readonly Agent[]>([]);
  const savedReplies = signal<readonly SavedReply[]>([]);
  const counts = signal<ConversationCounts | undefined>(undefined);
  const toasts = createToasts();
  const router = createRouter();
  const records = createRecords();
  let stop = (): void => {};
  const api = createApi(() => {
    stop();
    connection.value = 'signed-out';
  });
  const me = () => session.value?.agent ?? { id: '', name: '' };
  const list = createList({ api, records, me: () => me().id });
  const panes = new Map<string, Pane>();

  const readTeam = coalesce(async () => {
    const answer = await api.call<Team>('GET', '/team');
    if (answer.ok) team.value = answer.data.agents;
  });
  const readReplies = coalesce(async () => {
    const answer = await api.call<SavedReplies>('GET', '/saved-replies');
    if (answer.ok) savedReplies.value = answer.data.savedReplies;
  });
  const readCounts = everyMs(COUNTS_EVERY_MS, async () => {
    const answer = await api.call<ConversationCounts>('GET', '/conversations/counts');
    if (answer.ok) counts.value = answer.data;
  });

  const paneOf = (id: string): Pane => {
    const known = panes.get(id);
    if (known) {
      // the one that was used last is forgotten last
      panes.delete(id);
      panes.set(id, known);
      return known;
    }
    const thread = createThread({ api, record: records.of(id), me });
    const composer = createComposer({
      thread,
      agentId: me().id,
      onUnseenFailure: (detail) => {
        if (router.route.value.conversationId === id) return;
        toasts.warn(`Not sent to ${thread.record.shown.value?.name ?? 'a contact'}: ${detail}`, hrefOf(id));
      },
    });
    const pane = { thread, composer };
    panes.set(id, pane);
    const [oldest] = panes.keys();
    if (panes.size > MOST_PANES && oldest !== undefined && !panes.get(oldest)?.composer.isSending.value) panes.delete(oldest);
    void thread.refresh();
    return pane;
  };

  const readAll = async (): Promise<void> => {
    await Promise.all([list.reload(), readTeam(), readReplies(), ...[...panes.values()].map(({ thread }) => thread.reload())]);
    readCounts();
  };

  const end = (id: string): void => {
    list.drop(id);
    panes.get(id)?.thread.end();
    panes.get(id)?.composer.forget();
    readCounts();
  };

  const listenToAll = (): (() => void) =>
    listen({
      handlers: {
        conversation({ conversationId }) {
          list.touch(conversationId);
          void panes.get(conversationId)?.thread.refresh();
          readCounts();
        },
        merged({ conversationId, otherId }) {
          panes.get(otherId)?.composer.moveTo(paneOf(conversationId).composer);
          if (router.route.value.conversationId === otherId) router.open(conversationId, { replace: true });
          end(otherId);
          list.touch(conversationId);
          void panes.get(conversationId)?.thread.refresh();
        },
        deleted: ({ conversationId }) => end(conversationId),
        typing({ conversationId, agentId, name }) {
          panes.get(conversationId)?.thread.typers.saw({ key: agentId ?? '', name });
        },
        team: () => void readTeam(),
        'saved-replies': () => void readReplies(),
        reset: () => void readAll(),
      },
      onOpen(afterBreak) {
        connection.value = 'live';
        if (afterBreak) void readAll();
      },
      onBreak() {
        if (connection.value === 'signed-out') return;
        connection.value = 'gone';
        // a stream does not tell why it was refused
        void api.call('GET', '/session');
      },
    });

  return {
    api,
    router,
    records,
    list,
    toasts,
    connection,
    session,
    team,
    savedReplies,
    counts,
    paneOf,
    async templates() {
      const answer = await api.call<Templates>('GET', '/templates');
      return answer.ok ? answer.data.templates : answer.problem.detail;
    },
    async readSession() {
      const answer = await api.call<Session>('GET', '/session');
      if (answer.ok) session.value = answer.data;
    },
    async start() {
      stop();
      // asked for together: a slow line has one round trip to wait for, not two
      const [answer] = await Promise.all([api.call<Session>('GET', '/session'), list.reload()]);
      if (!answer.ok) {
        if (answer.status !== 401) connection.value = 'gone';
        return;
      }
      batch(() => {
        session.value = answer.data;
        connection.value = 'live';
      });
      stop = listenToAll();
      readCounts();
      // of somebody whose session was over, and who is back
      const opened = [...panes.values()].map(({ thread }) => thread.reload());
      await Promise.all([readTeam(), readReplies(), ...opened]);
    },
    async signOut() {
      await api.call('DELETE', '/session');
      location.reload();
    },
  };
}

/** Runs at once, and then no more often than that; what was asked for meanwhile runs at the end. */
function everyMs(ms: number, work: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  const run = (): void => {
    isWanted = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isWanted) run();
    }, ms);
    void work();
  };
  return () => {
    if (timer === undefined) run();
    else isWanted = true;
  };
}

const DeskContext = createContext<Desk | undefined>(undefined);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
  return useContext(DeskContext) as Desk;
}

/** Who is signed in; asked for only where somebody is. */
export function useSession(): Session {
  return useDesk().session.value as Session;
}
