import type { ComponentType, JSX } from 'preact';
import { lazy } from 'preact-iso';
import { useConsole } from '../../state/console.ts';
import { MOST_WEBHOOKS } from '../../state/limits.ts';
import type { AppView } from '../../state/store.ts';
import { CopyLine } from '../../ui/copy.tsx';
import { Empty, PageHead } from '../../ui/parts.tsx';
import { ChannelsTab } from './channels-tab.tsx';

const WebhooksTab = lazy(() => import('./webhooks-tab.tsx').then(({ WebhooksTab }) => WebhooksTab));
const SettingsTab = lazy(() => import('./settings-tab.tsx').then(({ SettingsTab }) => SettingsTab));

const TABS: { id: string; label: string; component: ComponentType<{ view: AppView }> }[] = [
  { id: '', label: 'Channels', component: ChannelsTab },
  { id: 'webhooks', label: 'Webhooks', component: WebhooksTab },
  { id: 'settings', label: 'Settings', component: SettingsTab },
];

/** One app. What its tabs draw and change is the app of `view`, whatever the address says meanwhile. */
export function AppPage({ region = '', id = '', tab = '' }: { region?: string; id?: string; tab?: string }): JSX.Element {
  const { place, store } = useConsole();
  store.apps.value;
  const view = store.app(id);
  if (!view) {
    return (
      <div class="page stack">
        <PageHead title="App" />
        <Empty title="This app is not here">
          <p>It was deleted, or it is of another project.</p>
          <a class="button" href={`${place.base}/apps`}>
            All apps
          </a>
        </Empty>
      </div>
    );
  }
  const path = `${place.base}/apps/${region}/${encodeURIComponent(id)}`;
  const Tab = TABS.find(({ id: tabId }) => tabId === tab)?.component ?? ChannelsTab;
  return (
    <div class="page stack">
      <PageHead
        title={view.app.display_name || 'Without a name'}
        about={
          <span class="row">
            <CopyLine text={view.id} what="app id" />
            <span>
              {view.region} · {view.app.processing_mode}
            </span>
          </span>
        }
      >
        <a class="button" href={`${place.base}/compose?app=${encodeURIComponent(view.id)}`}>
          Send a message
        </a>
      </PageHead>
      <nav class="tabs" aria-label="Parts of the app">
        {TABS.map(({ id: tabId, label }) => (
          <a key={tabId} href={tabId === '' ? path : `${path}/${tabId}`} aria-current={tab === tabId ? 'page' : undefined}>
            {label}
            {tabId === 'webhooks' && ` ${store.webhooks.value.filter(({ app_id: appId }) => appId === view.id).length}/${MOST_WEBHOOKS}`}
          </a>
        ))}
        <a href={`${place.base}/messages?app=${encodeURIComponent(view.id)}`}>Messages</a>
      </nav>
      <Tab key={view.id} view={view} />
    </div>
  );
}
