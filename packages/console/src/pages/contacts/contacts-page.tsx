import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import { REGIONS, useRegion } from '../../state/regions.ts';
import type { ContactResource } from '../../state/store.ts';
import { usePages } from '../../state/use-pages.ts';
import { toChannelName } from '../../state/words.ts';
import { CopyLine } from '../../ui/copy.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icons.tsx';
import { PagesView } from '../../ui/pages-view.tsx';
import { Badge, Empty, PageHead } from '../../ui/parts.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { ContactDialog } from './contact-dialog.tsx';

/** The contacts of a region. */
export function ContactsPage(): JSX.Element {
  const { api, place, store } = useConsole();
  const overview = useOverview();
  const region = useRegion();
  const isNew = useSignal(false);
  const { pages, more } = usePages<ContactResource>(region.value, store.versions.contacts.value, async (token) => {
    const query = { page_size: '20', ...(token === '' ? {} : { page_token: token }) };
    const call = toCall(overview, { method: 'GET', region: region.value, parts: ['contacts'], query, clientMethod: 'contacts.list' });
    const answer = await api.owner<{ contacts?: ContactResource[]; next_page_token?: string }>('GET', toUrl(call));
    return answer.ok ? { ok: true, data: { items: answer.data.contacts ?? [], next: answer.data.next_page_token ?? '' } } : answer;
  });
  return (
    <div class="page stack">
      <PageHead title="Contacts" about="People, with their addresses on each channel. Apps in CONVERSATION mode make them on their own.">
        <button
          type="button"
          class="button main-action"
          onClick={() => {
            isNew.value = true;
          }}
        >
          <Icon name="plus" />
          New contact
        </button>
      </PageHead>
      <div class="narrow">
        <SelectField
          label="Region"
          value={region.value}
          options={REGIONS}
          onInput={(value) => {
            region.value = value;
          }}
        />
      </div>
      <section class="card flush" aria-label="Contacts">
        <PagesView
          id={region.value}
          pages={pages.value}
          more={more}
          empty={
            <Empty title="No contact in this region">
              <p>Write from a handset to an app in CONVERSATION mode, or make one here.</p>
            </Empty>
          }
        >
          {(contacts) => (
            <ScrollRegion label="Table of contacts">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Name</th>
                    <th scope="col">Contact ID</th>
                    <th scope="col">Addresses</th>
                  </tr>
                </thead>
                <tbody>
                  {contacts.map((contact) => (
                    <tr key={contact.id}>
                      <td class="break">
                        <a href={`${place.base}/contacts/${region.value}/${encodeURIComponent(contact.id)}`}>
                          <bdi>{contact.display_name || 'Without a name'}</bdi>
                        </a>
                      </td>
                      <td>
                        <CopyLine text={contact.id} what="contact id" />
                      </td>
                      <td>
                        <span class="row">
                          {contact.channel_identities.map(({ channel, identity }) => (
                            <Badge key={`${channel} ${identity}`}>
                              {toChannelName(channel)} {identity}
                            </Badge>
                          ))}
                        </span>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          )}
        </PagesView>
      </section>
      {isNew.value && (
        <ContactDialog
          region={region.value}
          onClose={() => {
            isNew.value = false;
          }}
        />
      )}
    </div>
  );
}
