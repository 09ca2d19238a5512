import type { JSX } from 'preact';
import type { ConversationView } from '../../../src/api/contract.ts';
import { useDesk } from '../state/desk.ts';
import { hrefOf } from '../state/route.ts';
import { channelName, fullTime, initialsOf, shortTime } from '../state/words.ts';
import { Face } from '../ui/face.tsx';
import { Icon } from '../ui/icons.tsx';
import { Badge } from '../ui/parts.tsx';

const MOST_UNREAD = 100;

/** One line of the list: who, what was said last, and what has to be done. */
export function ConversationRow({ id, isCurrent }: { id: string; isCurrent: boolean }): JSX.Element | null {
  const { records } = useDesk();
  const view = records.of(id).shown.value;
  if (view === undefined) return null;
  return (
    <a class={view.unread > 0 ? 'row-link unread' : 'row-link'} href={hrefOf(id)} aria-current={isCurrent ? 'page' : undefined}>
      <Face name={view.named ? view.name : ''} seed={view.id} />
      <span class="row-main">
        <span class="row-line">
          <span class="row-name cut">
            <bdi>{view.name}</bdi>
          </span>
          {view.last && (
            <time class="row-time" dateTime={view.last.at} title={fullTime(view.last.at)}>
              {shortTime(view.last.at)}
            </time>
          )}
        </span>
        <span class="row-line">
          <LastWords view={view} />
          <Marks view={view} />
        </span>
      </span>
    </a>
  );
}

const PREFIXES = { in: '', out: '↩ ', note: 'Note: ', event: '' } as const;

function LastWords({ view: { last } }: { view: ConversationView }): JSX.Element {
  if (last === null) return <span class="row-words cut">Nothing was said yet</span>;
  return (
    <span class="row-words cut">
      {last.direction === 'out' && <span class="visually-hidden">Answered: </span>}
      <span aria-hidden={last.direction === 'out' ? 'true' : undefined}>{PREFIXES[last.direction]}</span>
      <bdi>{last.summary}</bdi>
    </span>
  );
}

function Marks({ view }: { view: ConversationView }): JSX.Element {
  const { team } = useDesk();
  const assignee = team.value.find(({ id }) => id === view.assigneeId);
  return (
    <span class="row-marks">
      {view.failed > 0 && (
        <span class="row-failed" title={`${view.failed} not delivered`}>
          <Icon name="warning" />
          <span class="visually-hidden">{view.failed} not delivered</span>
        </span>
      )}
      {assignee && (
        <span class="row-assignee" title={`Assigned to ${assignee.name}`}>
          <span aria-hidden="true">{initialsOf(assignee.name) || '•'}</span>
          <span class="visually-hidden">Assigned to {assignee.name}</span>
        </span>
      )}
      <Badge>{channelName(view.channel)}</Badge>
      {view.unread > 0 && (
        <span class="row-unread">
          {view.unread >= MOST_UNREAD ? '99+' : view.unread}
          <span class="visually-hidden"> unread</span>
        </span>
      )}
    </span>
  );
}
