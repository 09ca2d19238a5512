import type { JSX } from 'preact';
import { ConversationListView } from '../list/conversation-list.tsx';
import { type Desk, DeskProvider } from '../state/desk.ts';
import { Empty, Skeleton } from '../ui/parts.tsx';
import { Dialogs } from './dialogs.tsx';
import { LazyPane } from './lazy-pane.tsx';
import { SignIn } from './sign-in.tsx';
import { Title } from './title.tsx';
import { ToastList } from './toast-list.tsx';
import { TopBar } from './top-bar.tsx';

export function App({ desk }: { desk: Desk }): JSX.Element {
  return (
    <DeskProvider value={desk}>
      <Body desk={desk} />
    </DeskProvider>
  );
}

function Body({ desk }: { desk: Desk }): JSX.Element {
  const { connection, session, router } = desk;
  if (connection.value === 'signed-out') return <SignIn />;
  if (session.value === undefined) return <Starting isGone={connection.value === 'gone'} />;
  const { conversationId } = router.route.value;
  return (
    <div class="desk" data-view={conversationId === undefined ? 'list' : 'thread'}>
      {/* no link: the address after the # says which conversation is open */}
      <button type="button" class="button skip" onClick={() => document.getElementById('conversation')?.focus()}>
        Skip to the conversation
      </button>
      <Title />
      <TopBar />
      <ConversationListView />
      <main id="conversation" class="place" tabIndex={-1}>
        {conversationId === undefined ? (
          <Empty title="No conversation is open">
            <p>Choose one from the list, or press ? for the keys.</p>
          </Empty>
        ) : (
          <LazyPane key={conversationId} pane={desk.paneOf(conversationId)} />
        )}
      </main>
      <Dialogs />
      <ToastList toasts={desk.toasts} />
    </div>
  );
}

function Starting({ isGone }: { isGone: boolean }): JSX.Element {
  return (
    <main class="starting">
      {isGone ? (
        <Empty title="The inbox does not answer">
          <p>Is it running?</p>
          <button type="button" class="button" onClick={() => location.reload()}>
            Try again
          </button>
        </Empty>
      ) : (
        <Skeleton lines={4} />
      )}
    </main>
  );
}
