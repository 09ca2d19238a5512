import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Field, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/parts.tsx';
import type { Rule } from './quick-faults.ts';

/** A rule of one's own: effect and match as JSON, which the emulator checks. */
export function RuleForm({ onAdd }: { onAdd(rule: Rule): Promise<string | undefined> }): JSX.Element {
  const effect = useSignal('{ "status": 500 }');
  const match = useSignal('{ "operation": "Messages_SendMessage" }');
  const share = useSignal('');
  const times = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const add = async (): Promise<void> => {
    try {
      problem.value = await onAdd({
        effect: JSON.parse(effect.value),
        ...(match.value.trim() === '' ? {} : { match: JSON.parse(match.value) }),
        ...(share.value === '' ? {} : { share: Number(share.value) }),
        ...(times.value === '' ? {} : { times: Number(times.value) }),
      });
    } catch (error) {
      problem.value = `Effect and match have to be JSON. ${(error as Error).message}`;
    }
  };
  return (
    <details class="card details">
      <summary>A rule of your own</summary>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label="Effect"
          hint="For calls latency_ms, status, message, retry_after_s, reset, truncate, slow_body_ms, token; for callbacks duplicate, reorder, late_ms, wrong_signature, lose; on channels outage."
        >
          {(props) => (
            <textarea
              {...props}
              value={effect.value}
              spellcheck={false}
              onInput={(event) => {
                effect.value = event.currentTarget.value;
              }}
            />
          )}
        </Field>
        <Field label="Match" hint="operation, method, path, trigger, channel, identity, app_id. Empty: everything.">
          {(props) => (
            <textarea
              {...props}
              value={match.value}
              spellcheck={false}
              onInput={(event) => {
                match.value = event.currentTarget.value;
              }}
            />
          )}
        </Field>
        <div class="two">
          <TextField
            label="Share"
            hint="0 to 1. Empty: always."
            value={share.value}
            onInput={(value) => {
              share.value = value;
            }}
          />
          <TextField
            label="Times"
            hint="At most. Empty: without an end."
            value={times.value}
            onInput={(value) => {
              times.value = value;
            }}
          />
        </div>
        <Problem message={problem.value} />
        <div>
          <button type="submit" class="button main-action">
            Add rule
          </button>
        </div>
      </form>
    </details>
  );
}
