import { CHANNELS, REASON_CODES } from '@convapi/core';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import { toChannelName } from '../../state/words.ts';
import { TextField } from '../../ui/field.tsx';

const USUAL = 'as usual';
const STATUSES = ['DELIVERED', 'READ', 'QUEUED_ON_CHANNEL'];

/** How each channel answers: delivers, reads at once, is silent, or fails with a reason; for all, or for one address. */
export function ChannelMatrix(): JSX.Element {
  const { api, store, toasts } = useConsole();
  const identity = useSignal('');
  const answerOf = (channel: string): string => {
    const wanted = identity.value.trim() === '' ? undefined : identity.value.trim();
    const found = store.answers.value.find((entry) => entry.channel === channel && entry.identity === wanted);
    if (!found) return USUAL;
    const { status, reason } = found.answer;
    return status === 'FAILED' ? String(typeof reason === 'object' ? reason.code : (reason ?? 'UNKNOWN')) : status;
  };
  const choose = async (channel: string, chosen: string): Promise<void> => {
    const only = identity.value.trim() === '' ? {} : { identity: identity.value.trim() };
    const path = `/channels/${encodeURIComponent(channel)}`;
    const answer =
      chosen === USUAL
        ? await api.control('DELETE', `${path}?${new URLSearchParams(only)}`)
        : await api.control('PUT', path, {
            ...(STATUSES.includes(chosen) ? { status: chosen } : { status: 'FAILED', reason: chosen }),
            ...only,
          });
    if (!answer.ok) toasts.fail(answer.message);
  };
  return (
    <section class="card stack" aria-labelledby="answers">
      <h2 id="answers">How channels answer</h2>
      <TextField
        label="For one address only"
        hint="Empty: for everybody."
        value={identity.value}
        onInput={(value) => {
          identity.value = value;
        }}
      />
      <div class="checks">
        {CHANNELS.map((channel) => (
          <label key={channel} class="field">
            <span class="label">{toChannelName(channel)}</span>
            <select value={answerOf(channel)} onInput={(event) => choose(channel, event.currentTarget.value)}>
              {[USUAL, ...STATUSES, ...REASON_CODES].map((value) => (
                <option key={value} value={value} selected={value === answerOf(channel)}>
                  {value === 'QUEUED_ON_CHANNEL' ? 'silent after QUEUED_ON_CHANNEL' : value}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </section>
  );
}
