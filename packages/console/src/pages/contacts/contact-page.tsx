import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { type ApiCall, toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { type ProjectCall, toCall } from '../../state/project.ts';
import type { ContactResource } from '../../state/store.ts';
import { useGo } from '../../state/use-go.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { toChannelName } from '../../state/words.ts';
import { ConfirmTyped } from '../../ui/confirm-typed.tsx';
import { CopyLine } from '../../ui/copy.tsx';
import { LoadedView } from '../../ui/loaded-view.tsx';
import { Empty, PageHead, Problem } from '../../ui/parts.tsx';
import { ReorderButtons } from '../../ui/reorder-buttons.tsx';
import { moveItem, SortableList } from '../../ui/sortable-list.tsx';
import { ContactConversations } from './contact-conversations.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { OptOuts } from './opt-outs.tsx';

/** One contact: addresses in the order of the channels that it prefers, and its conversations. */
export function ContactPage({ region = '', id = '' }: { region?: string; id?: string }): JSX.Element {
  const { api, store } = useConsole();
  const overview = useOverview();
  const loaded = useLoaded(`${region} ${id}`, store.versions.contacts.value, () => {
    const call = toCall(overview, { method: 'GET', region, parts: ['contacts', id], clientMethod: 'contacts.get' });
    return api.owner<ContactResource>('GET', toUrl(call));
  });
  return (
    <div class="page stack">
      <LoadedView id={`${region} ${id}`} loaded={loaded.value} title="Contact">
        {(contact) => <Contact key={contact.id} region={region} contact={contact} />}
      </LoadedView>
    </div>
  );
}

function Contact({ region, contact }: { region: string; contact: ContactResource }): JSX.Element {
  const { api, place, toasts } = useConsole();
  const overview = useOverview();
  const go = useGo();
  const opened = useSignal<'merge' | 'delete' | undefined>(undefined);
  const order = useSignal<readonly string[] | undefined>(undefined);
  const problem = useSignal<string | undefined>(undefined);
  const make = (call: Omit<ProjectCall, 'region' | 'parts'>): ApiCall =>
    toCall(overview, { region, parts: ['contacts', contact.id], ...call });
  const channels = [...new Set(contact.channel_identities.map(({ channel }) => String(channel)))];
  const preferred = (contact.channel_priority ?? []).map(String);
  const saved = [...preferred, ...channels.filter((channel) => !preferred.includes(channel))];
  const saveOrder = async (): Promise<void> => {
    const body = { channel_priority: order.value };
    const call = make({ method: 'PATCH', body, query: { update_mask: 'channel_priority' }, clientMethod: 'contacts.update' });
    const answer = await api.owner('PATCH', toUrl(call), body);
    problem.value = answer.ok ? undefined : answer.message;
    if (!answer.ok) return;
    order.value = undefined;
    toasts.say('Saved.');
  };
  const close = (): void => {
    opened.value = undefined;
  };
  return (
    <>
      <PageHead title={contact.display_name || 'Without a name'} about={<CopyLine text={contact.id} what="contact id" />}>
        <a class="button" href={`${place.base}/wall?contact=${encodeURIComponent(contact.id)}`}>
          Its phones
        </a>
        <button
          type="button"
          class="button"
          onClick={() => {
            opened.value = 'merge';
          }}
        >
          Merge
        </button>
        <button
          type="button"
          class="button danger"
          onClick={() => {
            opened.value = 'delete';
          }}
        >
          Delete
        </button>
      </PageHead>
      <section class="card flush" aria-label="Channels">
        <div class="row apart card-head">
          <p class="soft">
            {preferred.length === 0 ? 'No channel is preferred: the order of the app counts.' : 'Preferred channels first.'}
          </p>
          {saved.length > 1 && (
            <ReorderButtons
              isReordering={order.value !== undefined}
              onStart={() => {
                order.value = saved;
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
        {saved.length === 0 ? (
          <Empty title="No address" />
        ) : order.value ? (
          <SortableList
            items={order.value}
            keyOf={(channel) => channel}
            nameOf={toChannelName}
            onMove={(from, to) => {
              if (order.value) order.value = moveItem(order.value, from, to);
            }}
          >
            {(channel, position) => <Addresses contact={contact} channel={channel} position={position} />}
          </SortableList>
        ) : (
          <ol class="sortable">
            {saved.map((channel, position) => (
              <li key={channel}>
                <Addresses contact={contact} channel={channel} position={position} />
              </li>
            ))}
          </ol>
        )}
      </section>
      <ContactConversations region={region} contactId={contact.id} />
      <OptOuts region={region} contact={contact} />
      {opened.value === 'merge' && <MergeDialog region={region} contact={contact} onClose={close} />}
      {opened.value === 'delete' && (
        <ConfirmTyped
          title="Delete contact"
          word={contact.display_name || contact.id}
          action="Delete"
          onConfirm={async () => {
            const answer = await api.owner('DELETE', toUrl(make({ method: 'DELETE', clientMethod: 'contacts.delete' })));
            if (!answer.ok) return answer.message;
            go('/contacts');
            return undefined;
          }}
          onClose={close}
        >
          <p>Its conversations go with it.</p>
        </ConfirmTyped>
      )}
    </>
  );
}

function Addresses({ contact, channel, position }: { contact: ContactResource; channel: string; position: number }): JSX.Element {
  const identities = contact.channel_identities.filter((identity) => identity.channel === channel).map(({ identity }) => identity);
  return (
    <>
      <span class="position">{position + 1}</span>
      <span class="grow">
        <strong>{toChannelName(channel)}</strong> <span class="soft small break">{identities.join(', ')}</span>
      </span>
    </>
  );
}
