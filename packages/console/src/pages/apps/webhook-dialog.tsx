import { TRIGGERS } from 'virtual:spec';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { type ProjectCall, toCall } from '../../state/project.ts';
import type { AppView, WebhookResource } from '../../state/store.ts';
import { groupTriggers } from '../../state/triggers.ts';
import { AsCode } from '../../ui/as-code.tsx';
import { Copy } from '../../ui/copy.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Check, SelectField, TextField } from '../../ui/field.tsx';
import { Problem } from '../../ui/parts.tsx';

interface WebhookDialogProps {
  view: AppView;
  /** The one that is changed; undefined for a new one. */
  webhook: WebhookResource | undefined;
  onClose(): void;
}

const SECRET_BYTES = 24;
const USUAL_TRIGGERS = ['MESSAGE_INBOUND', 'MESSAGE_DELIVERY', 'EVENT_INBOUND'];

/** Adds a webhook, or changes one: the one that the dialog was opened with. */
export function WebhookDialog({ view, webhook, onClose }: WebhookDialogProps): JSX.Element {
  const { api, store } = useConsole();
  const target = useSignal(webhook?.target ?? '');
  const targetType = useSignal(String(webhook?.target_type ?? 'HTTP'));
  const secret = useSignal(webhook?.secret ?? '');
  const isShown = useSignal(false);
  const triggers = useSignal<readonly string[]>(webhook?.triggers ?? USUAL_TRIGGERS);
  const hasClient = useSignal(webhook?.client_credentials !== undefined);
  const client = useSignal({
    endpoint: webhook?.client_credentials?.endpoint ?? '',
    client_id: webhook?.client_credentials?.client_id ?? '',
    client_secret: webhook?.client_credentials?.client_secret ?? '',
  });
  const problem = useSignal<string | undefined>(undefined);
  const overview = useOverview();
  const body = {
    ...(webhook ? {} : { app_id: view.id }),
    target: target.value,
    target_type: targetType.value,
    triggers: triggers.value,
    ...(secret.value === '' && !webhook ? {} : { secret: secret.value }),
    ...(hasClient.value ? { client_credentials: client.value } : {}),
  };
  const shape: ProjectCall = webhook
    ? {
        method: 'PATCH',
        region: view.region,
        parts: ['webhooks', webhook.id],
        body,
        clientMethod: 'webhooks.update',
        pathValues: [webhook.id],
      }
    : { method: 'POST', region: view.region, parts: ['webhooks'], body, clientMethod: 'webhooks.create' };
  const call = toCall(overview, shape);
  const save = async (): Promise<void> => {
    if (!/^https?:\/\//.test(target.value)) {
      problem.value = 'The target is an address that begins with http:// or https://.';
      return;
    }
    const answer = await api.owner(call.method, toUrl(call), body);
    if (answer.ok) onClose();
    else problem.value = answer.message;
  };
  const toggle = (trigger: string, isOn: boolean): void => {
    triggers.value = isOn ? [...triggers.value, trigger] : triggers.value.filter((name) => name !== trigger);
  };
  const isAll = TRIGGERS.every((trigger) => triggers.value.includes(trigger));
  return (
    <Dialog
      title={webhook ? 'Webhook' : 'Add webhook'}
      onClose={onClose}
      onSubmit={save}
      foot={
        <button type="submit" class="button main-action" disabled={store.connection.value === 'gone'}>
          {webhook ? 'Save' : 'Add'}
        </button>
      }
    >
      <TextField
        label="Target URL"
        hint="On this machine, e.g. http://127.0.0.1:3000/webhook. Other hosts have to be allowed with --allow-target."
        value={target.value}
        autoFocus
        onInput={(value) => {
          target.value = value;
          problem.value = undefined;
        }}
      />
      <SelectField
        label="Target type"
        value={targetType.value}
        options={['HTTP', 'DISMISS']}
        hint="DISMISS keeps the webhook and sends nothing."
        onInput={(value) => {
          targetType.value = value;
        }}
      />
      <div class="row">
        <div class="grow">
          <TextField
            label="Secret token"
            hint="Signs each callback. Your program checks it with the same secret."
            type={isShown.value ? 'text' : 'password'}
            value={secret.value}
            onInput={(value) => {
              secret.value = value;
            }}
          />
        </div>
        <button
          type="button"
          class="button small"
          onClick={() => {
            secret.value = makeSecret();
            isShown.value = true;
          }}
        >
          Make one
        </button>
        <button
          type="button"
          class="button small"
          aria-pressed={isShown.value}
          onClick={() => {
            isShown.value = !isShown.value;
          }}
        >
          {isShown.value ? 'Hide' : 'Show'}
        </button>
        <Copy text={secret.value} what="secret" />
      </div>
      <fieldset>
        <legend>Triggers</legend>
        <Check
          label="All of them"
          checked={isAll}
          onInput={(checked) => {
            triggers.value = checked ? [...TRIGGERS] : [];
          }}
        />
        {groupTriggers().map(({ name, triggers: names }) => (
          <div key={name}>
            <p class="soft small">{name}</p>
            <div class="checks">
              {names.map((trigger) => (
                <Check
                  key={trigger}
                  label={trigger}
                  checked={triggers.value.includes(trigger)}
                  onInput={(checked) => toggle(trigger, checked)}
                />
              ))}
            </div>
          </div>
        ))}
      </fieldset>
      <Check
        label="Sign in with OAuth 2.0"
        hint="A token is asked for at your address, and sent along with each callback."
        checked={hasClient.value}
        onInput={(checked) => {
          hasClient.value = checked;
        }}
      />
      {hasClient.value && (
        <div class="form">
          {(['endpoint', 'client_id', 'client_secret'] as const).map((name) => (
            <TextField
              key={name}
              label={name}
              type={name === 'client_secret' ? 'password' : 'text'}
              value={client.value[name]}
              onInput={(value) => {
                client.value = { ...client.value, [name]: value };
              }}
            />
          ))}
        </div>
      )}
      <Problem message={problem.value} />
      <AsCode call={call} />
    </Dialog>
  );
}

function makeSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
