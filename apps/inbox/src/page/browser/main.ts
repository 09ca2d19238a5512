import type { ConversationView } from '../../views.ts';
import { getConversations, getMessages, markRead, ProblemError, sendAgain, sendDraft } from './api.ts';
import { createComposer } from './composer.ts';
import { byId } from './dom.ts';
import { createListView } from './list-view.ts';
import { listen } from './live.ts';
import { createThreadState } from './thread-state.ts';
import { createThreadView } from './thread-view.ts';

let conversations: ConversationView[] = [];
let openId: string | undefined;
let thread = createThreadState();
let jump = true;

const showList = createListView();
const threadView = createThreadView({ retry, earlier });
const composer = createComposer(send);
const refresh = oneAtATime(load);

window.addEventListener('hashchange', open);
document.addEventListener('visibilitychange', () => void refresh());
listen(
  () => void refresh(),
  () => void refresh(),
);
open();

/** The address says which conversation is open, so that going back in the browser goes back to the list. */
function open(): void {
  const [, id] = /^#\/c\/(.+)$/.exec(location.hash) ?? [];
  openId = id === undefined ? undefined : decodeURIComponent(id);
  thread = createThreadState();
  jump = true;
  document.body.dataset.view = openId === undefined ? 'list' : 'thread';
  if (openId === undefined) threadView.showNobody();
  else composer.open(openId);
  void refresh().then(() => {
    if (openId !== undefined) byId('name').focus();
  });
}

/** Reads everything that is on the page again: small, and right after any break. */
async function load(): Promise<void> {
  const id = openId;
  const state = thread;
  try {
    conversations = await getConversations();
    const page = id === undefined ? undefined : await getMessages(id);
    if (id !== openId) return;
    showList(conversations, openId);
    const conversation = conversations.find((item) => item.id === id);
    if (page === undefined || conversation === undefined) return;
    state.addNewest(page);
    threadView.showHead(conversation);
    threadView.showMessages(state.messages(), state.hasEarlier(), jump);
    jump = false;
    if (conversation.unread > 0 && document.visibilityState === 'visible') await markRead(conversation.id);
  } catch (error) {
    if (id !== undefined && id === openId) composer.showProblem(wordsOf(error));
  }
}

async function send(draft: object): Promise<boolean> {
  if (openId === undefined) return false;
  try {
    await sendDraft(openId, draft);
    return true;
  } catch (error) {
    // A message that was kept stands in the thread with its reason, and can be sent again from there.
    if (error instanceof ProblemError && error.kept) return true;
    composer.showProblem(wordsOf(error));
    return false;
  } finally {
    jump = true;
    void refresh();
    composer.focus();
  }
}

async function retry(messageId: string): Promise<void> {
  if (openId === undefined) return;
  try {
    await sendAgain(openId, messageId);
  } catch (error) {
    if (!(error instanceof ProblemError && error.kept)) composer.showProblem(wordsOf(error));
  }
  void refresh();
}

async function earlier(): Promise<void> {
  const [oldest] = thread.messages();
  const state = thread;
  if (openId === undefined || oldest === undefined) return;
  try {
    state.addEarlier(await getMessages(openId, oldest.id));
    if (state === thread) threadView.showMessages(state.messages(), state.hasEarlier(), false);
  } catch (error) {
    composer.showProblem(wordsOf(error));
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Many changes at once are one more reading, not many. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  return () => {
    if (running === undefined) {
      running = work().finally(() => {
        running = undefined;
      });
      return running;
    }
    next ??= running.then(() => {
      next = undefined;
      running = work().finally(() => {
        running = undefined;
      });
      return running;
    });
    return next;
  };
}
