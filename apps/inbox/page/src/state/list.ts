import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { ConversationPage, ConversationResult, ConversationState, ConversationView, Problem } from '../../../src/api/contract.ts';
import { type Api, pathOf } from './api.ts';
import type { Records } from './records.ts';

/** What the list shows. Empty strings do not filter. */
export interface Filter {
  state: ConversationState | '';
  /** `me`, `nobody`, or the id of an agent. */
  assignee: string;
  unread: boolean;
  channel: string;
  q: string;
}

export const FIRST_FILTER: Filter = { state: 'open', assignee: '', unread: false, channel: '', q: '' };

const PAGE_SIZE = 50;

/** Changed conversations are read one by one up to here; beyond, the first page is. */
const MOST_SINGLE_READS = 5;

/** What happens at once is read at once. */
const GATHER_MS = 120;

export interface ConversationList {
  filter: ReadonlySignal<Filter>;
  /** Ids in the order of the newest message. */
  ids: ReadonlySignal<readonly string[]>;
  state: ReadonlySignal<'loading' | 'ready' | 'failed'>;
  problem: ReadonlySignal<Problem | undefined>;
  hasMore: ReadonlySignal<boolean>;
  show(filter: Filter): Promise<void>;
  /** Reads what is shown again, from its top. */
  reload(): Promise<void>;
  more(): Promise<void>;
  /** Something in these changed. */
  touch(id: string): void;
  drop(id: string): void;
}

interface ListParts {
  api: Api;
  records: Records;
  /** Id of who looks. */
  me(): string;
}

export function createList({ api, records, me }: ListParts): ConversationList {
  const filter = signal(FIRST_FILTER);
  const ids = signal<readonly string[]>([]);
  const state = signal<'loading' | 'ready' | 'failed'>('loading');
  const problem = signal<Problem | undefined>(undefined);
  const next = signal<string | null>(null);
  let generation = 0;
  let loadingMore = false;
  const touched = new Set<string>();

  let loading: Promise<void> = Promise.resolve();

  const load = (): Promise<void> => {
    loading = readPage();
    return loading;
  };

  const readPage = async (): Promise<void> => {
    generation += 1;
    const asked = generation;
    const answer = await api.call<ConversationPage>('GET', `/conversations?${toQuery(filter.value)}`);
    if (asked !== generation) return;
    batch(() => {
      problem.value = answer.ok ? undefined : answer.problem;
      state.value = answer.ok ? 'ready' : ids.value.length > 0 ? 'ready' : 'failed';
      if (!answer.ok) return;
      for (const view of answer.data.conversations) records.put(view);
      ids.value = answer.data.conversations.map(({ id }) => id);
      next.value = answer.data.next;
    });
  };

  const more = async (): Promise<void> => {
    if (loadingMore || next.value === null) return;
    loadingMore = true;
    const asked = generation;
    const answer = await api.call<ConversationPage>('GET', `/conversations?${toQuery(filter.value, next.value)}`);
    loadingMore = false;
    if (asked !== generation || !answer.ok) return;
    batch(() => {
      for (const view of answer.data.conversations) records.put(view);
      ids.value = [...new Set([...ids.value, ...answer.data.conversations.map(({ id }) => id)])];
      next.value = answer.data.next;
    });
  };

  const place = (view: ConversationView): void => {
    const isKnown = ids.value.includes(view.id);
    records.put(view);
    const others = ids.value.filter((id) => id !== view.id);
    // whether words are found only the inbox knows: what was found stays found
    if (!matches(view, filter.value, me()) || (filter.value.q !== '' && !isKnown)) {
      if (isKnown) ids.value = others;
      return;
    }
    const after = others.findIndex((id) => isOlder(records.of(id).shown.value, view));
    // below all that is loaded: a later page brings it
    if (after === -1 && next.value !== null) ids.value = others;
    else ids.value = after === -1 ? [...others, view.id] : [...others.slice(0, after), view.id, ...others.slice(after)];
  };

  const readTouched = async (): Promise<void> => {
    // A page that was asked for before the change does not have it, and would stand over what is read now.
    await loading;
    const changed = [...touched];
    touched.clear();
    if (changed.length > MOST_SINGLE_READS || (filter.value.q !== '' && changed.some((id) => !ids.value.includes(id)))) return load();
    const asked = generation;
    const answers = await Promise.all(changed.map((id) => api.call<ConversationResult>('GET', pathOf(id))));
    if (asked !== generation) return;
    batch(() => {
      for (const answer of answers) if (answer.ok) place(answer.data.conversation);
    });
  };

  return {
    filter,
    ids,
    state,
    problem,
    hasMore: computed(() => next.value !== null),
    async show(wanted) {
      batch(() => {
        filter.value = wanted;
        ids.value = [];
        next.value = null;
        state.value = 'loading';
      });
      await load();
    },
    reload: load,
    more,
    touch(id) {
      if (touched.size === 0) setTimeout(() => void readTouched(), GATHER_MS);
      touched.add(id);
    },
    drop(id) {
      ids.value = ids.value.filter((one) => one !== id);
      records.forget(id);
    },
  };
}

/** Is it one of those that the filter asks for? Words are left to the inbox. */
export function matches(view: ConversationView, { state, assignee, unread, channel }: Filter, me: string): boolean {
  const wanted = assignee === 'me' ? me : assignee === 'nobody' ? null : assignee;
  return (
    (state === '' || view.state === state) &&
    (assignee === '' || view.assigneeId === wanted) &&
    (!unread || view.unread > 0) &&
    (channel === '' || view.channel === channel)
  );
}

function isOlder(view: ConversationView | undefined, than: ConversationView): boolean {
  return view === undefined || timeOf(view) < timeOf(than);
}

/** A conversation in which nothing was said yet was begun just now: it stands first. */
function timeOf({ last }: ConversationView): string {
  return last?.at ?? '9999';
}

function toQuery({ state, assignee, unread, channel, q }: Filter, cursor?: string): string {
  const query = new URLSearchParams();
  if (state !== '') query.set('state', state);
  if (assignee !== '') query.set('assignee', assignee);
  if (unread) query.set('unread', 'true');
  if (channel !== '') query.set('channel', channel);
  if (q !== '') query.set('q', q);
  if (cursor !== undefined) query.set('cursor', cursor);
  query.set('limit', String(PAGE_SIZE));
  return query.toString();
}
