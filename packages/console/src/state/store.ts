import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Api } from './api.ts';
import { type Collection, createCollection } from './collection.ts';
import type { Place } from './place.ts';
import { listen } from './stream.ts';
import type {
  AppFrame,
  CallbackSummary,
  ChannelAnswerEntry,
  ContactFrame,
  ConversationFrame,
  EmulatorFrame,
  EventSummary,
  FaultRule,
  HandsetEntryView,
  HandsetOverview,
  Overview,
  PlannedThing,
  RequestSummary,
  WebhookFrame,
} from './wire.ts';

export type AppResource = NonNullable<AppFrame['resource']>;
export type WebhookResource = NonNullable<WebhookFrame['resource']>;
export type ContactResource = NonNullable<ContactFrame['resource']>;
export type ConversationResource = NonNullable<ConversationFrame['resource']>;

/** An app, with the region that it lives in. */
export interface AppView {
  id: string;
  region: string;
  app: AppResource;
}

export type Connection = 'starting' | 'live' | 'gone' | 'signed-out';

/** How many lines of a log the page keeps. */
const MOST_LINES = 10_000;

/** Wait before an emulator that did not answer is asked again. */
const AGAIN_MS = 1_000;

/** How many lines it asks for at first. */
const FIRST_LINES = 500;

export type Store = ReturnType<typeof createStore>;

/** All that the pages draw, kept true by the stream. */
export function createStore(api: Api, place: Place) {
  const overview = signal<Overview | undefined>(undefined);
  const connection = signal<Connection>('starting');
  const clock = signal<{ now: string; offset_ms: number; at: number } | undefined>(undefined);
  const faults = signal<readonly FaultRule[]>([]);
  const answers = signal<readonly ChannelAnswerEntry[]>([]);
  /** What the emulator counted at the start, before the log was read. */
  const droppedBefore = signal(0);
  const plan = signal<{ next: PlannedThing | null; total: number } | undefined>(undefined);
  const apps = createCollection<AppView>(({ id }) => id);
  const webhooks = createCollection<WebhookResource>(({ id }) => id);
  const handsets = createCollection<HandsetOverview>(({ channel, identity }) => toPhoneKey(channel, identity));
  const events = createCollection<EventSummary>(({ seq }) => String(seq), MOST_LINES);
  const callbacks = createCollection<CallbackSummary>(({ id }) => id, MOST_LINES);
  const requests = createCollection<RequestSummary>(({ id }) => id, MOST_LINES);
  const logs = { events, callbacks, requests };
  const threads = new Map<string, Collection<HandsetEntryView>>();
  /** Counted up with each frame of a kind, for pages that read what they show again. */
  const versions = { contacts: signal(0), conversations: signal(0), keys: signal(0), messages: signal(0), consents: signal(0) };
  const loaded = new Set<keyof typeof logs>();
  let stop = (): void => {};

  const apply = (frame: EmulatorFrame): void => {
    if (frame.type === 'app') {
      if (frame.resource) apps.put({ id: frame.id, region: frame.region ?? '', app: frame.resource });
      else apps.delete(frame.id);
    } else if (frame.type === 'webhook') {
      if (frame.resource) webhooks.put(frame.resource);
      else webhooks.delete(frame.id);
    } else if (frame.type === 'handset') {
      threads.get(toPhoneKey(frame.channel, frame.identity))?.put(frame.entry);
      versions.messages.value += 1;
      touchHandset(frame.channel, frame.identity, frame.entry);
    } else if (frame.type === 'typing') {
      setTyping(frame);
    } else if (frame.type === 'event') {
      events.put(frame);
      if (/^OPT_(IN|OUT)$/.test(frame.trigger)) versions.consents.value += 1;
    } else if (frame.type === 'callback') callbacks.put(frame.callback);
    else if (frame.type === 'request') requests.put(frame.request);
    else if (frame.type === 'fault') faults.value = frame.faults;
    else if (frame.type === 'answers') answers.value = frame.answers;
    else if (frame.type === 'clock') clock.value = { now: frame.now, offset_ms: frame.offset_ms, at: Date.now() };
    else if (frame.type === 'plan') plan.value = frame;
    else if (frame.type === 'contact') versions.contacts.value += 1;
    else if (frame.type === 'conversation') versions.conversations.value += 1;
    else if (frame.type === 'key') versions.keys.value += 1;
  };

  const touchHandset = (channel: string, identity: string, entry: HandsetEntryView): void => {
    const before = handsets.get(toPhoneKey(channel, identity));
    const isNew = before?.last?.message_id !== entry.message_id && (before?.last?.seq ?? 0) <= entry.seq;
    handsets.put({
      ...(before ?? { channel, identity, name: '', unread: 0, messages: 0, typing: [], last: null }),
      app_ids: [...new Set([...(before?.app_ids ?? []), entry.app_id])],
      messages: (before?.messages ?? 0) + (isNew ? 1 : 0),
      last: isNew || before?.last?.message_id === entry.message_id ? entry : (before?.last ?? entry),
    });
  };

  const setTyping = ({ channel, identity, app_id, from, is_typing: isTyping }: Extract<EmulatorFrame, { type: 'typing' }>): void => {
    const before = handsets.get(toPhoneKey(channel, identity));
    if (!before) return;
    const others = before.typing.filter((typing) => typing.from !== from || typing.app_id !== app_id);
    handsets.put({ ...before, typing: isTyping ? [...others, { from, app_id, since: new Date().toISOString() }] : others });
  };

  const commit = (): void => {
    for (const collection of [apps, webhooks, handsets, events, callbacks, requests, ...threads.values()]) collection.commit();
  };

  const load = async (): Promise<void> => {
    stop();
    const answer = await api.control<Overview>('GET', '/overview');
    if (!answer.ok) {
      if (connection.value === 'signed-out') return;
      connection.value = 'gone';
      setTimeout(() => void reload(), AGAIN_MS);
      return;
    }
    const { data } = answer;
    batch(() => {
      overview.value = data;
      clock.value = { ...data.clock, at: Date.now() };
      apps.fill(data.apps.map(({ region, resource }) => ({ id: resource.id, region, app: resource })));
      webhooks.fill(data.webhooks);
      handsets.fill(data.handsets);
      faults.value = data.faults;
      answers.value = data.answers;
      droppedBefore.value = data.counts.dropped_callbacks;
      connection.value = 'live';
    });
    stop = listen(place.control, data.seq, {
      onFrames: (frames) => {
        if (frames.some(({ type }) => type === 'gap')) return void reload();
        batch(() => {
          for (const frame of frames) apply(frame);
          commit();
        });
      },
      onOpen: () => {
        connection.value = 'live';
      },
      onBreak: () => {
        if (connection.value !== 'signed-out') connection.value = 'gone';
      },
    });
  };

  /** Something was missed: what is shown is read again. */
  const reload = async (): Promise<void> => {
    await load();
    if (connection.value !== 'live') return;
    const names = [...loaded];
    loaded.clear();
    await Promise.all([...names.map((name) => needLog(name)), ...[...threads.keys()].map((key) => loadThread(key))]);
    batch(() => {
      for (const version of Object.values(versions)) version.value += 1;
    });
  };

  /** Reads a log, once; from then on the stream keeps it. */
  const needLog = async (name: keyof typeof logs): Promise<void> => {
    if (loaded.has(name)) return;
    loaded.add(name);
    const answer = await api.control<Record<string, never[]>>('GET', `/${name}?view=summary&limit=${FIRST_LINES}`);
    if (!answer.ok) {
      loaded.delete(name);
      return;
    }
    const came = logs[name].list.peek();
    const lines = answer.data[name] ?? [];
    logs[name].fill([...lines, ...(came as never[])]);
  };

  const loadThread = async (key: string): Promise<void> => {
    const [channel, identity] = fromPhoneKey(key);
    const answer = await api.control<{ entries: HandsetEntryView[] }>(
      'GET',
      `/handsets/${encodeURIComponent(channel)}/${encodeURIComponent(identity)}?limit=100`,
    );
    const thread = threads.get(key);
    if (!answer.ok || !thread) return;
    const came = thread.list.peek();
    const known = new Set(answer.data.entries.map(toEntryKey));
    thread.fill([...answer.data.entries, ...came.filter((entry) => !known.has(toEntryKey(entry)))]);
  };

  /** The messages of a phone: read when first asked for, then kept by the stream. */
  const thread = (channel: string, identity: string): ReadonlySignal<readonly HandsetEntryView[]> => {
    const key = toPhoneKey(channel, identity);
    const known = threads.get(key);
    if (known) return known.list;
    const made = createCollection<HandsetEntryView>(toEntryKey);
    threads.set(key, made);
    void loadThread(key);
    return made.list;
  };

  return {
    overview: overview as ReadonlySignal<Overview | undefined>,
    connection,
    clock,
    faults,
    answers,
    plan,
    apps: apps.list,
    app: (id: string) => apps.get(id),
    webhooks: webhooks.list,
    handsets: handsets.list,
    events: events.list,
    callbacks: callbacks.list,
    requests: requests.list,
    versions,
    thread,
    needLog,
    load,
    /** Callbacks that were given up. */
    dropped: computed(() => Math.max(droppedBefore.value, callbacks.list.value.filter(({ state }) => state === 'dropped').length)),
    /** An app as an answer of the API gave it: shown before the stream tells of it. */
    putApp: (view: AppView) => {
      apps.put(view);
      apps.commit();
    },
  };
}

/** One phone of one channel. A space stands in no channel's name. */
export function toPhoneKey(channel: string, identity: string): string {
  return `${channel} ${identity}`;
}

function fromPhoneKey(key: string): [channel: string, identity: string] {
  const space = key.indexOf(' ');
  return [key.slice(0, space), key.slice(space + 1)];
}

export function toEntryKey({ message_id: messageId, channel, identity }: HandsetEntryView): string {
  return `${messageId} ${channel} ${identity}`;
}
