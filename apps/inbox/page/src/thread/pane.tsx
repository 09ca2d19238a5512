import '@convapi/handset/styles.css';
import '../style/thread.css';
import '../style/composer.css';
import '../style/narrow-pane.css';
import '../style/print.css';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { ComposerView } from '../compose/composer-view.tsx';
import { Details } from '../details/details.tsx';
import type { Pane as PaneState } from '../state/desk.ts';
import { Empty, Problem, Skeleton } from '../ui/parts.tsx';
import { MessageLog } from './message-log.tsx';
import { PaneHead } from './pane-head.tsx';
import { usePaneShortcuts } from './use-pane-shortcuts.ts';
import { WindowBars } from './window-bars.tsx';

/**
 * One conversation. It is drawn from `pane` alone and acts on `pane` alone; another conversation is another component, which begins with
 * nothing of this one.
 */
export function Pane({ pane }: { pane: PaneState }): JSX.Element {
  const { thread, composer } = pane;
  const areDetailsOpen = useSignal(false);
  const view = thread.record.shown.value;
  const state = thread.state.value;
  if (state === 'missing' || state === 'deleted') {
    return (
      <Absent title={state === 'deleted' ? 'This conversation was deleted' : 'No such conversation'}>
        <p>{state === 'deleted' ? 'With all that was in it.' : 'It may have become part of another one, or been deleted.'}</p>
      </Absent>
    );
  }
  if (state === 'failed') {
    return (
      <Absent title="The conversation could not be read">
        <p>{thread.problem.value?.detail}</p>
        <button type="button" class="button" onClick={() => void thread.reload()}>
          Try again
        </button>
      </Absent>
    );
  }
  if (state === 'loading' || view === undefined) {
    return (
      <div class="pane-loading">
        <a class="button quiet icon back" href="#/" aria-label="Back to conversations">
          ‹
        </a>
        <Skeleton lines={6} />
      </div>
    );
  }
  return (
    <div class={areDetailsOpen.value ? 'pane with-details' : 'pane'} data-conversation={thread.id}>
      <Keys pane={pane} />
      <PaneHead
        thread={thread}
        view={view}
        areDetailsOpen={areDetailsOpen.value}
        onDetails={() => {
          areDetailsOpen.value = !areDetailsOpen.value;
        }}
      />
      <MessageLog thread={thread} composer={composer} view={view} />
      <div class="pane-foot">
        <WindowBars view={view} composer={composer} />
        <Typers thread={thread} />
        <Problem message={thread.problem.value?.detail} />
        <ComposerView thread={thread} composer={composer} view={view} />
      </div>
      {areDetailsOpen.value && (
        <Details
          thread={thread}
          view={view}
          onClose={() => {
            areDetailsOpen.value = false;
          }}
        />
      )}
    </div>
  );
}

function Keys({ pane }: { pane: PaneState }): null {
  usePaneShortcuts(pane);
  return null;
}

function Absent({ title, children }: { title: string; children: JSX.Element | JSX.Element[] }): JSX.Element {
  return (
    <Empty title={title} isPage>
      {children}
      <a class="button" href="#/">
        Back to conversations
      </a>
    </Empty>
  );
}

function Typers({ thread }: { thread: PaneState['thread'] }): JSX.Element {
  const names = thread.typers.list.value.map(({ key, name }) => (key === '' ? 'The contact' : name));
  return (
    <p class="typers" role="status">
      {names.length > 0 && `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} writing…`}
    </p>
  );
}
