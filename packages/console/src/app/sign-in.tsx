import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useConsole } from '../state/console.ts';
import { TextField } from '../ui/field.tsx';
import { Problem } from '../ui/parts.tsx';

/** Asks for the admin token of an emulator that other machines can reach. */
export function SignIn(): JSX.Element {
  const { store } = useConsole();
  const token = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const signIn = async (): Promise<void> => {
    const response = await fetch('/_emulator/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: token.value }),
    });
    if (!response.ok) {
      problem.value = 'This is not the admin token that the emulator was started with.';
      return;
    }
    store.connection.value = 'starting';
    await store.load();
  };
  return (
    <form
      class="page card form"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <h1>Sign in</h1>
      <p class="soft">This emulator was started with an admin token. Whoever has it controls everything here.</p>
      <TextField
        label="Admin token"
        type="password"
        value={token.value}
        required
        onInput={(value) => {
          token.value = value;
          problem.value = undefined;
        }}
      />
      <Problem message={problem.value} />
      <div>
        <button type="submit" class="button main-action">
          Sign in
        </button>
      </div>
    </form>
  );
}
