import { CREDENTIAL_FORMS } from 'virtual:spec';
import type { ConversationChannelCredential } from '@convapi/core';
import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import type { AppResource, AppView } from '../../state/store.ts';
import { toChannelName } from '../../state/words.ts';
import { AsCode } from '../../ui/as-code.tsx';
import { Badge, Empty, Problem, type Tone } from '../../ui/parts.tsx';
import { ReorderButtons } from '../../ui/reorder-buttons.tsx';
import { moveItem, SortableList } from '../../ui/sortable-list.tsx';
import { CredentialDialog } from './credential-dialog.tsx';

type Credential = ConversationChannelCredential;

/** The channels of an app, in the order in which they are tried. */
export function ChannelsTab({ view }: { view: AppView }): JSX.Element {
  const { api, store } = useConsole();
  /** Keys of the channels in the order that is not saved yet; undefined when nothing is being reordered. */
  const order = useSignal<readonly string[] | undefined>(undefined);
  const edited = useSignal<string | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const isSaving = useSignal(false);
  const overview = useOverview();
  const saved = view.app.channel_credentials ?? [];
  const shown = order.value ? inOrder(saved, order.value) : saved;
  const call = toCall(overview, {
    method: 'PATCH',
    region: view.region,
    parts: ['apps', view.id],
    body: { channel_credentials: shown },
    query: { update_mask: 'channel_credentials' },
    clientMethod: 'apps.update',
    pathValues: [view.id],
  });
  /** @returns what went wrong */
  const save = async (credentials: readonly Credential[]): Promise<string | undefined> => {
    isSaving.value = true;
    const answer = await api.owner<AppResource>('PATCH', toUrl(call), { channel_credentials: credentials });
    isSaving.value = false;
    if (!answer.ok) return answer.message;
    store.putApp({ ...view, app: answer.data });
    return undefined;
  };
  const saveOrder = async (): Promise<void> => {
    problem.value = await save(shown);
    if (problem.value === undefined) order.value = undefined;
  };
  const free = Object.keys(CREDENTIAL_FORMS).filter((channel) => !saved.some((credential) => credential.channel === channel));
  return (
    <div class="stack">
      <section class="card flush" aria-label="Channels that are set up">
        <div class="row apart card-head">
          <p class="soft">Tried from first to last, when nobody says otherwise.</p>
          {(order.value !== undefined || saved.length > 1) && (
            <ReorderButtons
              isReordering={order.value !== undefined}
              isSaving={isSaving.value}
              onStart={() => {
                order.value = saved.map(toKey);
              }}
              onCancel={() => {
                order.value = undefined;
                problem.value = undefined;
              }}
              onSave={saveOrder}
            />
          )}
        </div>
        <Problem message={problem.value} />
        {order.value ? (
          <SortableList
            items={shown}
            keyOf={toKey}
            nameOf={({ channel }) => toChannelName(channel)}
            onMove={(from, to) => {
              order.value = moveItem(shown, from, to).map(toKey);
            }}
          >
            {(credential, position) => <ChannelLine credential={credential} position={position} />}
          </SortableList>
        ) : saved.length === 0 ? (
          <Empty title="No channel is set up">
            <p>Choose one below. In the emulator any credentials will do: nobody checks them.</p>
          </Empty>
        ) : (
          <ol class="sortable">
            {saved.map((credential, position) => (
              <li key={toKey(credential)}>
                <ChannelLine credential={credential} position={position} />
                <button
                  type="button"
                  class="button small"
                  aria-label={`Edit ${toChannelName(credential.channel)}`}
                  onClick={() => {
                    edited.value = credential.channel;
                  }}
                >
                  Edit
                </button>
              </li>
            ))}
          </ol>
        )}
      </section>
      {free.length > 0 && (
        <section class="card stack-s" aria-labelledby="free">
          <h2 id="free">Set up a channel</h2>
          <div class="row">
            {free.map((channel) => (
              <button
                key={channel}
                type="button"
                class="button"
                onClick={() => {
                  edited.value = channel;
                }}
              >
                {toChannelName(channel)}
              </button>
            ))}
          </div>
        </section>
      )}
      <AsCode call={call} />
      {edited.value !== undefined && (
        <CredentialDialog
          channel={edited.value}
          present={saved.find(({ channel }) => channel === edited.value)}
          onSave={async (credential) =>
            save([...saved.filter(({ channel }) => channel !== credential.channel), credential].sort(byPlace(saved)))
          }
          onRemove={async (channel) => save(saved.filter((credential) => credential.channel !== channel))}
          onClose={() => {
            edited.value = undefined;
          }}
        />
      )}
    </div>
  );
}

/** What is there now in an order that was made before: somebody else may have set up or removed a channel meanwhile. */
function inOrder(credentials: readonly Credential[], keys: readonly string[]): Credential[] {
  const placeOf = (credential: Credential): number => {
    const place = keys.indexOf(toKey(credential));
    return place === -1 ? keys.length : place;
  };
  return [...credentials].sort((one, other) => placeOf(one) - placeOf(other));
}

/** Keeps the order of what is there; a new one comes last. */
function byPlace(saved: readonly Credential[]): (one: Credential, other: Credential) => number {
  const placeOf = ({ channel }: Credential): number => {
    const found = saved.findIndex((credential) => credential.channel === channel);
    return found === -1 ? saved.length : found;
  };
  return (one, other) => placeOf(one) - placeOf(other);
}

function toKey({ channel, credential_ordinal_number: ordinal = 0 }: Credential): string {
  return `${channel} ${ordinal}`;
}

function ChannelLine({ credential, position }: { credential: Credential; position: number }): JSX.Element {
  const status = credential.state?.status ?? 'ACTIVE';
  const tone: Tone = status === 'ACTIVE' ? 'good' : status === 'FAILING' ? 'bad' : 'warn';
  return (
    <>
      <span class="position">{position + 1}</span>
      <span class="grow">
        <strong>{toChannelName(credential.channel)}</strong> <span class="soft small cut">{toSender(credential)}</span>
      </span>
      <Badge tone={tone}>{status.toLowerCase()}</Badge>
    </>
  );
}

/** The sender that the credentials name, if they do: never a secret. */
function toSender(credential: Credential): string {
  const names = ['claimed_identity', 'account_id', 'business_account_id', 'kakaotalk_plus_friend_id', 'app_id', 'business_chat_account_id'];
  for (const value of Object.values(credential)) {
    if (typeof value !== 'object' || value === null) continue;
    const name = names.find((candidate) => typeof (value as Record<string, unknown>)[candidate] === 'string');
    if (name) return String((value as Record<string, unknown>)[name]);
  }
  return '';
}
