import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useOverview } from '../../state/console.ts';
import { TextField } from '../../ui/field.tsx';

interface TokenAnswer {
  access_token?: string;
  expires_in?: number;
  error_description?: string;
  error?: unknown;
}

/** Asks for a token with a key and its secret, as a program does. */
export function TokenTester(): JSX.Element {
  const { token_url: tokenUrl } = useOverview();
  const keyId = useSignal('');
  const secret = useSignal('');
  const said = useSignal('');
  const test = async (): Promise<void> => {
    try {
      const response = await fetch(new URL(tokenUrl).pathname, {
        method: 'POST',
        headers: {
          authorization: `Basic ${btoa(`${keyId.value}:${secret.value}`)}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: 'grant_type=client_credentials',
      });
      const answer = (await response.json()) as TokenAnswer;
      said.value = response.ok
        ? `It works: the token is good for ${answer.expires_in} seconds.`
        : `Refused with ${response.status}. ${answer.error_description ?? 'The id or the secret is wrong, or the key was revoked.'}`;
    } catch {
      said.value = 'No answer that could be read. Secrets here are plain letters and digits.';
    }
  };
  return (
    <details class="card details">
      <summary>Try a key</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void test();
        }}
      >
        <div class="two">
          <TextField
            label="Key ID"
            value={keyId.value}
            required
            onInput={(value) => {
              keyId.value = value;
            }}
          />
          <TextField
            label="Key secret"
            type="password"
            value={secret.value}
            required
            onInput={(value) => {
              secret.value = value;
            }}
          />
        </div>
        <div class="row">
          <button type="submit" class="button">
            Ask for a token
          </button>
          <span role="status">{said}</span>
        </div>
      </form>
    </details>
  );
}
