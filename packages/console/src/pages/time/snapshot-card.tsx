import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import { Problem } from '../../ui/parts.tsx';

/** All that is remembered, as a file, in both directions. */
export function SnapshotCard(): JSX.Element {
  const { api, place, store, toasts } = useConsole();
  const problem = useSignal<string | undefined>(undefined);
  const load = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    try {
      const answer = await api.control('PUT', '/snapshot', JSON.parse(await file.text()));
      problem.value = answer.ok ? undefined : answer.message;
      if (!answer.ok) return;
      toasts.say(`${file.name} is in place.`);
      await store.load();
    } catch {
      problem.value = `${file.name} is no JSON. Take a file that was saved here.`;
    }
  };
  return (
    <section class="card stack-s" aria-labelledby="snapshot">
      <h2 id="snapshot">Snapshot</h2>
      <p class="soft">All that is remembered, as one file. Loading one replaces what is here.</p>
      <div class="row">
        <a class="button" href={`${place.control}/snapshot`} download="emulator-snapshot.json">
          Save
        </a>
        <label class="button">
          Load
          <input
            type="file"
            class="visually-hidden"
            accept="application/json,.json"
            onChange={(event) => {
              void load(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      <Problem message={problem.value} />
    </section>
  );
}
