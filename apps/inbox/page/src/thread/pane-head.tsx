import type { JSX } from 'preact';
import type { ConversationState, ConversationView } from '../../../src/api/contract.ts';
import { useDesk } from '../state/desk.ts';
import type { Thread } from '../state/thread.ts';
import { channelName } from '../state/words.ts';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icons.tsx';

interface PaneHeadProps {
  thread: Thread;
  view: ConversationView;
  areDetailsOpen: boolean;
  onDetails(): void;
}

const STATES: readonly { value: ConversationState; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'done', label: 'Done' },
];

/** Who this is with, whose it is, and how far it got. */
export function PaneHead({ thread, view, areDetailsOpen, onDetails }: PaneHeadProps): JSX.Element {
  return (
    <header class="pane-head">
      <a class="button quiet icon back" href="#/" aria-label="Back to conversations">
        <Icon name="back" />
      </a>
      <Face name={view.named ? view.name : ''} seed={view.id} />
      <div class="pane-who">
        <h1 class="cut">
          <bdi>{view.name}</bdi>
        </h1>
        <p class="soft small cut">{view.addresses.map(({ channel, identity }) => `${channelName(channel)} ${identity}`).join(' · ')}</p>
      </div>
      <div class="pane-acts">
        <div class="segments" role="group" aria-label="State of the conversation">
          {STATES.map(({ value, label }) => (
            <button
              key={value}
              type="button"
              aria-pressed={view.state === value}
              onClick={() => view.state !== value && void thread.change({ state: value })}
            >
              {label}
            </button>
          ))}
        </div>
        <Assignee thread={thread} view={view} />
        <button type="button" class="button small" aria-pressed={areDetailsOpen} aria-label="Details" title="Details" onClick={onDetails}>
          <Icon name="info" />
        </button>
      </div>
    </header>
  );
}

function Assignee({ thread, view }: { thread: Thread; view: ConversationView }): JSX.Element {
  const { team } = useDesk();
  const offered = team.value.filter(({ id, active }) => active || id === view.assigneeId);
  return (
    <select
      class="assignee"
      aria-label="Assigned to"
      value={view.assigneeId ?? ''}
      onChange={({ currentTarget }) => void thread.change({ assigneeId: currentTarget.value === '' ? null : currentTarget.value })}
    >
      <option value="" selected={view.assigneeId === null}>
        Nobody’s
      </option>
      {offered.map(({ id, name }) => (
        <option key={id} value={id} selected={id === view.assigneeId}>
          {name}
        </option>
      ))}
    </select>
  );
}
