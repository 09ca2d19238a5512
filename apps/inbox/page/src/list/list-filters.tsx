import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ConversationState } from '../../../src/api/contract.ts';
import { useDesk, useSession } from '../state/desk.ts';
import type { Filter } from '../state/list.ts';
import { channelName } from '../state/words.ts';
import { Icon } from '../ui/icons.tsx';
import { useShortcuts } from '../ui/shortcuts.ts';

const STATES: readonly { value: ConversationState | ''; label: string }[] = [
  { value: 'open', label: 'Open' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'done', label: 'Done' },
  { value: '', label: 'All' },
];

/** Somebody who types is not asked for after each letter. */
const SEARCH_AFTER_MS = 250;
const MOST_SEARCHED = 200;

/** Search, states, and whose conversations are shown. */
export function ListFilters(): JSX.Element {
  const { list, counts, team } = useDesk();
  const { channels } = useSession();
  const filter = list.filter.value;
  const change = (part: Partial<Filter>): void => void list.show({ ...list.filter.peek(), ...part });
  return (
    <div class="filters" role="search">
      <SearchField onSearch={(q) => change({ q })} />
      <div class="segments" role="group" aria-label="State">
        {STATES.map(({ value, label }) => (
          <button key={value} type="button" aria-pressed={filter.state === value} onClick={() => change({ state: value })}>
            {label}
            {value !== '' && counts.value && <span class="segment-count">{short(counts.value[value])}</span>}
          </button>
        ))}
      </div>
      <div class="filter-line">
        <select aria-label="Assigned to" value={filter.assignee} onInput={(event) => change({ assignee: event.currentTarget.value })}>
          <option value="">Everyone’s</option>
          <option value="me">{`Mine${counts.value ? ` (${short(counts.value.mine)})` : ''}`}</option>
          <option value="nobody">{`Nobody’s${counts.value ? ` (${short(counts.value.nobodys)})` : ''}`}</option>
          {team.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <select aria-label="Channel" value={filter.channel} onInput={(event) => change({ channel: event.currentTarget.value })}>
          <option value="">All channels</option>
          {channels.map((channel) => (
            <option key={channel} value={channel}>
              {channelName(channel)}
            </option>
          ))}
        </select>
        <button type="button" class="button small toggle" aria-pressed={filter.unread} onClick={() => change({ unread: !filter.unread })}>
          Unread
        </button>
      </div>
    </div>
  );
}

function SearchField({ onSearch }: { onSearch(q: string): void }): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcuts({ '/': () => field.current?.focus() });
  return (
    <div class="search-field">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        aria-label="Search names, addresses and words"
        placeholder="Search"
        autocomplete="off"
        maxLength={MOST_SEARCHED}
        onInput={({ currentTarget }) => {
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onSearch(currentTarget.value.trim()), SEARCH_AFTER_MS);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Escape') currentTarget.blur();
        }}
      />
    </div>
  );
}

function short(number: number): string {
  return number > 9_999 ? `${Math.floor(number / 1_000)}k` : String(number);
}
