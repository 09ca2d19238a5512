import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole } from '../../state/console.ts';
import type { CallbackEntry } from '../../state/wire.ts';
import { TextField } from '../../ui/field.tsx';
import { Badge } from '../../ui/parts.tsx';
import { Code } from '../../ui/scroll-region.tsx';
import { checkSignature, type SignatureFinding } from './check-signature.ts';

const SHOWN_CHARACTERS = 2_000;

/** Makes the signature again, and says whether a receiver with this secret takes the callback. */
export function SignaturePanel({ callback }: { callback: CallbackEntry }): JSX.Element {
  const { store } = useConsole();
  const webhook = store.webhooks.value.find(({ id }) => id === callback.webhook_id);
  const secret = useSignal(webhook?.secret ?? '');
  const finding = useSignal<SignatureFinding | undefined>(undefined);
  useEffect(() => {
    let isOver = false;
    if (secret.value === '') finding.value = undefined;
    else {
      void checkSignature(callback, secret.value, Date.now()).then((found) => {
        if (!isOver) finding.value = found;
      });
    }
    return () => {
      isOver = true;
    };
  }, [callback.id, secret.value]);
  const isSigned = Object.keys(callback.headers).some((name) => name.toLowerCase() === 'x-sinch-webhook-signature');
  if (!isSigned) return <p>It was not signed: the webhook has no secret, so a receiver cannot tell who sent it.</p>;
  return (
    <div class="stack">
      <TextField
        label="Secret of the receiver"
        hint={
          webhook
            ? 'The secret of the webhook as it is now. Try the one that your program has.'
            : 'The webhook is gone: give the secret that your program has.'
        }
        type="password"
        value={secret.value}
        onInput={(value) => {
          secret.value = value;
        }}
      />
      {finding.value && (
        <>
          <p role="status" class="row">
            {finding.value.refusal ? <Badge tone="bad">refused</Badge> : <Badge tone="good">taken</Badge>}
            <span>{finding.value.refusal ?? 'The signature is right, and the callback is young enough.'}</span>
          </p>
          <dl class="facts">
            <dt>In the header</dt>
            <dd>
              <code>{finding.value.found}</code>
            </dd>
            <dt>With this secret</dt>
            <dd>
              <code>{finding.value.expected}</code>
            </dd>
          </dl>
          <p class="soft">HMAC-SHA256, in base64, of the body, the nonce and the timestamp, joined by dots:</p>
          <Code label="signed text" text={finding.value.signedText.slice(0, SHOWN_CHARACTERS)} />
        </>
      )}
    </div>
  );
}
