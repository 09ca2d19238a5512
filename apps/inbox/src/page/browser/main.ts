import type { ConversationView, MessageView } from '../../views.ts';
import { getConversation, getConversations, getMessages, markRead, ProblemError, sendAgain, sendDraft } from './api.ts';
import { createComposer } from './composer.ts';
import { byId } from './dom.ts';
import { createListView } from './list-view.ts';
import { listen } from './live.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { createThreadState, type ThreadState } from './thread-state.ts';
import { createThreadView } from './thread-view.ts';

/** A conversation that the address named. */
interface Opened {
  id: string;
  thread: ThreadState;
  /** Set once it is drawn. Actions are on this, never on the address, which is ahead while a conversation loads. */
  drawn?: ConversationView | undefined;
  /** Shows the newest message at the next drawing. */
  jump: boolean;
  /** Words about a reading that failed, shown until one succeeds. */
  problem: string;
  refresh(): Promise<void>;
}

let conversations: ConversationView[] = [];
let opened: Opened | undefined;

const showList = createListView();
const threadView = createThreadView({ retry, takeBack, earlier });
const composer = createComposer(send);
const refreshList = oneAtATime(loadList);

window.addEventListener('hashchange', open);
document.addEventListener('visibilitychange', refresh);
listen(refresh, refresh);
open();

/** The address says which conversation is open, so that going back in the browser goes back to the list. */
function open(): void {
  const id = idOf(location.hash);
  document.body.dataset.view = id === undefined ? 'list' : 'thread';
  composer.hide();
  if (opened) composer.clearProblem(opened.id, opened.problem);
  if (id === undefined) {
    opened = undefined;
    threadView.showNote('No conversation chosen', 'Choose one to read and answer it.');
  } else {
    const next: Opened = { id, thread: createThreadState(), jump: true, problem: '', refresh: oneAtATime(() => loadThread(next)) };
    opened = next;
    threadView.showLoading();
  }
  showList(conversations, id);
  refresh();
}

function idOf(hash: string): string | undefined {
  const [, id] = /^#\/c\/(.+)$/.exec(hash) ?? [];
  try {
    return id === undefined ? undefined : decodeURIComponent(id);
  } catch {
    // Not an address that this page made; there is nothing under it either.
    return id;
  }
}

/** Reads everything that is on the page again: small, and right after any break. */
function refresh(): void {
  void refreshList();
  void opened?.refresh();
}

async function loadList(): Promise<void> {
  try {
    conversations = await getConversations();
    showList(conversations, opened?.id);
  } catch {
    // The live connection breaks for the same reason, says so, and leads here again when it is back.
  }
}

async function loadThread(conversation: Opened): Promise<void> {
  const { id, thread } = conversation;
  try {
    const [view, page] = await Promise.all([getConversation(id), getMessages(id)]);
    if (conversation !== opened) return;
    thread.addNewest(page);
    draw(conversation, view);
    composer.clearProblem(id, conversation.problem);
    conversation.problem = '';
    if (view.unread > 0 && document.visibilityState === 'visible') await markRead(view.id);
  } catch (error) {
    if (conversation === opened) showFailure(conversation, error);
  }
}

function draw(conversation: Opened, view: ConversationView): void {
  const { thread, jump, drawn } = conversation;
  conversation.drawn = view;
  conversation.jump = false;
  threadView.show({ conversation: view, messages: thread.messages(), hasEarlier: thread.hasEarlier() }, jump);
  composer.show(view.id);
  // Once, and not away from somebody who types.
  if (drawn === undefined && document.activeElement?.matches('input, textarea') !== true) byId('name').focus();
}

function showFailure(conversation: Opened, error: unknown): void {
  // 400 is for ids that cannot be ids at all.
  const isGone = error instanceof ProblemError && (error.status === 404 || error.status === 400);
  if (isGone || conversation.drawn === undefined) {
    conversation.drawn = undefined;
    composer.hide();
    threadView.showNote(isGone ? 'No such conversation' : 'Not loaded', isGone ? 'Choose another one.' : wordsOf(error));
    return;
  }
  conversation.problem = wordsOf(error);
  composer.showProblem(conversation.id, conversation.problem);
}

async function send(conversationId: string, draft: object): Promise<void> {
  try {
    await sendDraft(conversationId, draft);
  } catch (error) {
    // A message that was kept stands in the thread with its reason, and can be sent again from there.
    if (!isKept(error)) throw error;
  } finally {
    if (opened?.id === conversationId) opened.jump = true;
    refresh();
  }
}

async function retry({ conversationId, id }: MessageView): Promise<void> {
  try {
    await sendAgain(conversationId, id);
  } catch (error) {
    if (!isKept(error)) composer.showProblem(conversationId, wordsOf(error));
  }
  refresh();
}

function takeBack({ conversationId, content }: MessageView): void {
  if (content.kind === 'text') composer.add(conversationId, content.text);
}

async function earlier(): Promise<void> {
  const conversation = opened;
  const [oldest] = conversation?.thread.messages() ?? [];
  if (conversation?.drawn === undefined || oldest === undefined) return;
  try {
    conversation.thread.addEarlier(await getMessages(conversation.drawn.id, oldest.id));
    if (conversation === opened && conversation.drawn) draw(conversation, conversation.drawn);
  } catch (error) {
    composer.showProblem(conversation.id, wordsOf(error));
  }
}

function isKept(error: unknown): boolean {
  return error instanceof ProblemError && error.kept;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
