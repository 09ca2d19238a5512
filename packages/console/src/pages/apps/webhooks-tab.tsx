import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { MOST_WEBHOOKS } from '../../state/limits.ts';
import { toCall } from '../../state/project.ts';
import type { AppView, WebhookResource } from '../../state/store.ts';
import { Icon } from '../../ui/icons.tsx';
import { Badge, Empty } from '../../ui/parts.tsx';
import { SampleDialog } from './sample-dialog.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';

/** The webhooks of an app: where replies and reports go. */
export function WebhooksTab({ view }: { view: AppView }): JSX.Element {
  const { api, store, toasts } = useConsole();
  const overview = useOverview();
  const opened = useSignal<'new' | WebhookResource | undefined>(undefined);
  const sampled = useSignal<WebhookResource | undefined>(undefined);
  const webhooks = store.webhooks.value.filter(({ app_id: appId }) => appId === view.id);
  const remove = async (webhook: WebhookResource): Promise<void> => {
    const call = toCall(overview, {
      method: 'DELETE',
      region: view.region,
      parts: ['webhooks', webhook.id],
      clientMethod: 'webhooks.delete',
    });
    const answer = await api.owner('DELETE', toUrl(call));
    if (answer.ok) toasts.say('The webhook is gone.');
    else toasts.fail(answer.message);
  };
  const add = (
    <button
      type="button"
      class="button main-action"
      disabled={webhooks.length >= MOST_WEBHOOKS}
      onClick={() => {
        opened.value = 'new';
      }}
    >
      <Icon name="plus" />
      Add webhook
    </button>
  );
  return (
    <div class="stack">
      <section class="card flush" aria-label="Webhooks">
        <div class="row apart card-head">
          <p class="soft">An app has at most {MOST_WEBHOOKS} webhooks, each with an address of its own.</p>
          {webhooks.length > 0 && add}
        </div>
        {webhooks.length === 0 ? (
          <Empty title="Nobody is told">
            <p>A webhook is an address of your program. Replies, taps and delivery reports are posted to it, signed with its secret.</p>
            {add}
          </Empty>
        ) : (
          <ul class="sortable">
            {webhooks.map((webhook) => (
              <li key={webhook.id} class="wrap">
                <span class="grow stack-s">
                  <strong class="break">{webhook.target}</strong>
                  <span class="row">
                    <Badge>{webhook.target_type ?? 'HTTP'}</Badge>
                    {webhook.secret ? <Badge tone="good">signed</Badge> : <Badge tone="warn">not signed</Badge>}
                    <span class="soft small break">{(webhook.triggers ?? []).join(', ') || 'no triggers'}</span>
                  </span>
                </span>
                <span class="row">
                  <button
                    type="button"
                    class="button small"
                    aria-label={`Send a test callback to ${webhook.target}`}
                    onClick={() => {
                      sampled.value = webhook;
                    }}
                  >
                    Test
                  </button>
                  <button
                    type="button"
                    class="button small"
                    aria-label={`Edit ${webhook.target}`}
                    onClick={() => {
                      opened.value = webhook;
                    }}
                  >
                    Edit
                  </button>
                  <button type="button" class="button small danger" aria-label={`Delete ${webhook.target}`} onClick={() => remove(webhook)}>
                    Delete
                  </button>
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
      {opened.value && (
        <WebhookDialog
          view={view}
          webhook={opened.value === 'new' ? undefined : opened.value}
          onClose={() => {
            opened.value = undefined;
          }}
        />
      )}
      {sampled.value && (
        <SampleDialog
          webhook={sampled.value}
          onClose={() => {
            sampled.value = undefined;
          }}
        />
      )}
    </div>
  );
}
