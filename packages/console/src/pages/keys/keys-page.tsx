import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole, useOverview } from '../../state/console.ts';
import type { AccessKey, KeyList, NewAccessKey } from '../../state/wire.ts';
import { toTime } from '../../state/words.ts';
import { CopyLine } from '../../ui/copy.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Check, TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Badge, PageHead, Problem, Skeleton } from '../../ui/parts.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { TokenTester } from './token-tester.tsx';

/** The project, and the keys that programs sign in with. */
export function KeysPage(): JSX.Element {
  const { api, store, toasts } = useConsole();
  const overview = useOverview();
  const keys = useSignal<readonly AccessKey[] | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const isNew = useSignal(false);
  const version = store.versions.keys.value;
  useEffect(() => {
    void api.control<KeyList>('GET', '/keys').then((answer) => {
      if (answer.ok) keys.value = answer.data.keys;
      else problem.value = answer.message;
    });
  }, [version]);
  const revoke = async ({ id }: AccessKey): Promise<void> => {
    const answer = await api.control('DELETE', `/keys/${encodeURIComponent(id)}`);
    if (!answer.ok) return toasts.fail(answer.message);
    keys.value = keys.value?.filter((key) => key.id !== id);
    toasts.say('The key is revoked, and its tokens have ended.');
  };
  return (
    <div class="page stack">
      <PageHead title="Access keys" about="A program signs in with the id and the secret of a key. The secret is shown once.">
        <button
          type="button"
          class="button main-action"
          onClick={() => {
            isNew.value = true;
          }}
        >
          <Icon name="plus" />
          New key
        </button>
      </PageHead>
      <section class="card" aria-label="Project">
        <dl class="facts">
          <dt>Project ID</dt>
          <dd>
            <CopyLine text={overview.project_id} what="project id" />
          </dd>
        </dl>
      </section>
      <Problem message={problem.value} />
      <div class="card flush">
        {keys.value === undefined ? (
          <div class="card">
            <Skeleton />
          </div>
        ) : (
          <KeyTable keys={keys.value} onRevoke={revoke} />
        )}
      </div>
      <TokenTester />
      {isNew.value && (
        <NewKeyDialog
          onMade={(key) => {
            keys.value = [...(keys.value ?? []).filter(({ id }) => id !== key.id), key];
          }}
          onClose={() => {
            isNew.value = false;
          }}
        />
      )}
    </div>
  );
}

function KeyTable({ keys, onRevoke }: { keys: readonly AccessKey[]; onRevoke(key: AccessKey): void }): JSX.Element {
  return (
    <ScrollRegion label="Access keys">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Key ID</th>
            <th scope="col">Created</th>
            <th scope="col">Last used</th>
            <th scope="col">
              <span class="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <td class="break">{key.name || <span class="soft">without a name</span>}</td>
              <td>
                <CopyLine text={key.id} what="key id" />
              </td>
              <td class="nowrap">{key.created_at ? toTime(key.created_at) : <Badge>from the start</Badge>}</td>
              <td class="nowrap">{key.last_used ? toTime(key.last_used) : <span class="soft">never</span>}</td>
              <td>
                {!key.is_first && (
                  <button
                    type="button"
                    class="button small danger"
                    aria-label={`Revoke ${key.name || key.id}`}
                    onClick={() => onRevoke(key)}
                  >
                    Revoke
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Makes a key, and shows its secret until the dialog is closed. */
function NewKeyDialog({ onMade, onClose }: { onMade(key: AccessKey): void; onClose(): void }): JSX.Element {
  const { api } = useConsole();
  const name = useSignal('');
  const made = useSignal<NewAccessKey | undefined>(undefined);
  const isStored = useSignal(false);
  const problem = useSignal<string | undefined>(undefined);
  const create = async (): Promise<void> => {
    const answer = await api.control<NewAccessKey>('POST', '/keys', name.value === '' ? {} : { name: name.value });
    if (!answer.ok) {
      problem.value = answer.message;
      return;
    }
    const { secret: _secret, ...key } = answer.data;
    made.value = answer.data;
    onMade(key);
  };
  if (made.value) {
    return (
      <Dialog
        title="Your new key"
        onClose={onClose}
        foot={
          <button type="button" class="button main-action" disabled={!isStored.value} onClick={onClose}>
            Done
          </button>
        }
      >
        <p>Copy the secret now: it is not kept, and cannot be shown again.</p>
        <dl class="facts">
          <dt>Key ID</dt>
          <dd>
            <CopyLine text={made.value.id} what="key id" />
          </dd>
          <dt>Key secret</dt>
          <dd>
            <CopyLine text={made.value.secret} what="key secret" />
          </dd>
        </dl>
        <Check
          label="I have stored it"
          checked={isStored.value}
          onInput={(checked) => {
            isStored.value = checked;
          }}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      title="New access key"
      onClose={onClose}
      onSubmit={create}
      foot={
        <button type="submit" class="button main-action">
          Create
        </button>
      }
    >
      <TextField
        label="Name (optional)"
        hint="What uses it, e.g. staging."
        value={name.value}
        maxLength={100}
        autoFocus
        onInput={(value) => {
          name.value = value;
        }}
      />
      <Problem message={problem.value} />
    </Dialog>
  );
}
