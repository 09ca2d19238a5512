import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Session } from '../../../src/api/contract.ts';
import { useDesk } from '../state/desk.ts';
import { TextField } from '../ui/field.tsx';
import { Problem } from '../ui/parts.tsx';

/** Where a link that no longer signs in leads. */
const BAD_LINK = '?problem=link';

/** Asks who one is. What was being written is still there afterwards. */
export function SignIn(): JSX.Element {
  const desk = useDesk();
  const before = desk.session.peek();
  const email = useSignal(before?.agent.email ?? '');
  const password = useSignal('');
  const problem = useSignal<string | undefined>(
    location.search === BAD_LINK ? 'This link was used already, or is over 24 hours old.' : undefined,
  );
  const isBusy = useSignal(false);
  const signIn = async (): Promise<void> => {
    isBusy.value = true;
    const answer = await desk.api.call<Session>('POST', '/session', { email: email.value.trim(), password: password.value });
    isBusy.value = false;
    if (!answer.ok) {
      problem.value = answer.problem.detail;
      return;
    }
    // somebody else must not find what the one before had open
    if (before && before.agent.id !== answer.data.agent.id) location.reload();
    else await desk.start();
  };
  const type = (target: { value: string }, value: string): void => {
    target.value = value;
    problem.value = undefined;
  };
  return (
    <main class="sign-in">
      <form
        class="card form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy.value) void signIn();
        }}
      >
        <img src="/icon.svg" alt="" width="44" height="44" />
        <h1>Sign in to the inbox</h1>
        {before && <p class="soft">Your session is over. What you were writing is kept.</p>}
        <TextField
          label="E-mail"
          type="email"
          autocomplete="username"
          required
          autoFocus={email.value === ''}
          value={email.value}
          onInput={(value) => type(email, value)}
        />
        <TextField
          label="Password"
          type="password"
          autocomplete="current-password"
          required
          value={password.value}
          onInput={(value) => type(password, value)}
        />
        <Problem message={problem.value} />
        <button type="submit" class="button main-action" disabled={isBusy.value}>
          {isBusy.value ? 'Signing in…' : 'Sign in'}
        </button>
        <p class="soft small">No account? Whoever runs this inbox makes one, with the command in its README.</p>
      </form>
    </main>
  );
}
