import { REASON_CODES } from '@convapi/core';
import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';

/** What the channel of this phone does with the next messages: as usual, silent, or a failure. */
export function ChannelAnswer({ channel, identity }: { channel: string; identity: string }): JSX.Element {
  const { api, store, toasts } = useConsole();
  const said = store.answers.value.find((entry) => entry.channel === channel && entry.identity === identity)?.answer;
  const reason = typeof said?.reason === 'object' ? said.reason.code : said?.reason;
  const value = said === undefined ? '' : said.status === 'FAILED' ? String(reason ?? 'UNKNOWN') : said.status;
  const choose = async (chosen: string): Promise<void> => {
    const path = `/channels/${encodeURIComponent(channel)}`;
    const answer =
      chosen === ''
        ? await api.control('DELETE', `${path}?${new URLSearchParams({ identity })}`)
        : await api.control(
            'PUT',
            path,
            chosen === 'READ' || chosen === 'QUEUED_ON_CHANNEL'
              ? { status: chosen, identity }
              : { status: 'FAILED', reason: chosen, identity },
          );
    if (!answer.ok) toasts.fail(answer.message);
  };
  return (
    <select aria-label={`What ${channel} of ${identity} does`} value={value} onInput={(event) => choose(event.currentTarget.value)}>
      <option value="">delivers</option>
      <option value="READ" selected={value === 'READ'}>
        reads at once
      </option>
      <option value="QUEUED_ON_CHANNEL" selected={value === 'QUEUED_ON_CHANNEL'}>
        is silent
      </option>
      {REASON_CODES.map((code) => (
        <option key={code} value={code} selected={value === code}>
          fails: {code}
        </option>
      ))}
    </select>
  );
}
