import type { AuditRecord } from '@convapi/core';
import type { JSX } from 'preact';
import type { Answer } from '../../state/api.ts';
import { toUrl } from '../../state/api-call.ts';
import { useConsole, useOverview } from '../../state/console.ts';
import { toCall } from '../../state/project.ts';
import type { ContactResource } from '../../state/store.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { toTime } from '../../state/words.ts';
import { LoadedView } from '../../ui/loaded-view.tsx';
import { Badge } from '../../ui/parts.tsx';

interface OptOut extends AuditRecord {
  identity: string;
}

/** What was done to the addresses of a contact on the opt-out lists of the apps of its region, the newest first. */
export function OptOuts({ region, contact }: { region: string; contact: ContactResource }): JSX.Element {
  const { api, store } = useConsole();
  const overview = useOverview();
  const apps = store.apps.value.filter((view) => view.region === region);
  const identities = [...new Set(contact.channel_identities.map(({ identity }) => identity))];
  const id = `${contact.id} ${apps.length} ${identities.join(' ')}`;
  const loaded = useLoaded(id, store.versions.consents.value, async (): Promise<Answer<OptOut[]>> => {
    const found: OptOut[] = [];
    for (const app of apps) {
      for (const identity of identities) {
        const parts = ['apps', app.id, 'consents', 'identities', identity];
        const call = toCall(overview, { method: 'GET', region, parts, clientMethod: 'consents.listAuditRecords' });
        const answer = await api.owner<{ audit_records?: AuditRecord[] }>('GET', toUrl(call));
        if (!answer.ok && answer.status !== 404) return answer;
        if (answer.ok) found.push(...(answer.data.audit_records ?? []).map((record) => ({ ...record, identity })));
      }
    }
    return { ok: true, data: found.sort((one, other) => (one.datetime < other.datetime ? 1 : -1)) };
  });
  return (
    <section class="card stack-s" aria-labelledby="opt-outs">
      <h2 id="opt-outs">Opt-outs</h2>
      <LoadedView id={id} loaded={loaded.value}>
        {(records) =>
          records.length === 0 ? (
            <p class="soft">None: every app may write.</p>
          ) : (
            <ul class="lines">
              {records.map(({ app_id: appId, datetime, list_type: list, operation, origin, identity }, position) => (
                <li key={position}>
                  <time class="soft nowrap small" datetime={datetime}>
                    {toTime(datetime)}
                  </time>
                  <span class="grow break">
                    <bdi>{identity}</bdi> on {list} of <bdi>{store.app(appId)?.app.display_name || appId}</bdi>
                    <span class="soft small">{origin === 'ORIGIN_MO' ? 'by the contact' : 'by a call of the API'}</span>
                  </span>
                  <Badge tone={operation === 'OPERATION_DELETE' ? 'good' : 'warn'}>
                    {operation === 'OPERATION_DELETE' ? 'opted in' : 'opted out'}
                  </Badge>
                </li>
              ))}
            </ul>
          )
        }
      </LoadedView>
    </section>
  );
}
