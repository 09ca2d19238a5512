import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import { MOST_WEBHOOKS } from '../../state/limits.ts';
import type { AppView } from '../../state/store.ts';
import { toChannelName } from '../../state/words.ts';
import { CopyLine } from '../../ui/copy.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Badge, Empty, PageHead } from '../../ui/parts.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { NewAppDialog } from './new-app-dialog.tsx';

export function AppsPage(): JSX.Element {
  const { store } = useConsole();
  const isNew = useSignal(false);
  const apps = store.apps.value;
  const open = (): void => {
    isNew.value = true;
  };
  return (
    <div class="page stack">
      <PageHead title="Apps" about="An app holds channels, and the webhooks that hear of them.">
        <button type="button" class="button main-action" onClick={open}>
          <Icon name="plus" />
          New app
        </button>
      </PageHead>
      <div class="card flush">
        {apps.length === 0 ? (
          <Empty title="No app yet">
            <p>An app is where your channels are. Give it a name and a region; everything else can be changed later.</p>
            <button type="button" class="button main-action" onClick={open}>
              Create the first app
            </button>
          </Empty>
        ) : (
          <AppTable apps={apps} />
        )}
      </div>
      {isNew.value && (
        <NewAppDialog
          onClose={() => {
            isNew.value = false;
          }}
        />
      )}
    </div>
  );
}

function AppTable({ apps }: { apps: readonly AppView[] }): JSX.Element {
  const { place, store } = useConsole();
  return (
    <ScrollRegion label="Apps">
      <table>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">App ID</th>
            <th scope="col">Region</th>
            <th scope="col">Mode</th>
            <th scope="col">Channels, in their order</th>
            <th scope="col">Webhooks</th>
          </tr>
        </thead>
        <tbody>
          {apps.map(({ id, region, app }) => (
            <tr key={id}>
              <td class="break">
                <a href={`${place.base}/apps/${region}/${encodeURIComponent(id)}`}>
                  <strong>{app.display_name || 'Without a name'}</strong>
                </a>
              </td>
              <td>
                <CopyLine text={id} what="app id" />
              </td>
              <td>{region}</td>
              <td>{app.processing_mode}</td>
              <td>
                <span class="row">
                  {(app.channel_credentials ?? []).map(({ channel }, position) => (
                    <Badge key={`${channel} ${position}`}>{toChannelName(channel)}</Badge>
                  ))}
                  {(app.channel_credentials ?? []).length === 0 && <span class="soft">none</span>}
                </span>
              </td>
              <td class="nowrap">
                {store.webhooks.value.filter(({ app_id: appId }) => appId === id).length} of {MOST_WEBHOOKS}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
