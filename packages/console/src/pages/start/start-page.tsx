import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole, useOverview } from '../../state/console.ts';
import type { Overview } from '../../state/wire.ts';
import { count, toTime } from '../../state/words.ts';
import { CopyLine } from '../../ui/copy.tsx';
import { Icon } from '../../ui/icons.tsx';
import { PageHead } from '../../ui/parts.tsx';
import { SettingsPanel } from './settings-panel.tsx';

const LAST_EVENTS = 20;

/** Where a newcomer stands, the settings to copy, and what happened last. */
export function StartPage(): JSX.Element {
  const { store } = useConsole();
  const overview = useOverview();
  useEffect(() => {
    void store.needLog('events');
  }, []);
  return (
    <div class="page stack">
      <PageHead title="Start" about="The Conversation API on this machine. Nothing leaves it, and nobody gets a message." />
      <Started overview={overview} />
    </div>
  );
}

function Started({ overview }: { overview: Overview }): JSX.Element {
  return (
    <div class="grid-two">
      <div class="stack">
        <Steps />
        <section class="card stack" aria-labelledby="settings">
          <h2 id="settings">Settings for your program</h2>
          <dl class="facts">
            <dt>Project ID</dt>
            <dd>
              <CopyLine text={overview.project_id} what="project id" />
            </dd>
            <dt>API</dt>
            <dd>
              <CopyLine text={overview.api} what="address of the API" />
            </dd>
            <dt>Token URL</dt>
            <dd>
              <CopyLine text={overview.token_url} what="token address" />
            </dd>
          </dl>
          <SettingsPanel overview={overview} />
        </section>
      </div>
      <div class="stack">
        <Counts overview={overview} />
        <LastEvents />
      </div>
    </div>
  );
}

interface Step {
  title: string;
  about: string;
  path: string;
  isDone: boolean;
}

function Steps(): JSX.Element {
  const { place, store } = useConsole();
  const apps = store.apps.value;
  const first = apps[0];
  const appPath = first ? `/apps/${first.region}/${encodeURIComponent(first.id)}` : '/apps';
  const steps: Step[] = [
    { title: 'Create an app', about: 'It has a name and a region, and holds channels.', path: '/apps', isDone: apps.length > 0 },
    {
      title: 'Set up its channels',
      about: 'They are tried in their order: drag them, and save.',
      path: appPath,
      isDone: apps.some(({ app }) => (app.channel_credentials ?? []).length > 0),
    },
    {
      title: 'Add a webhook',
      about: 'Replies and delivery reports go there, signed.',
      path: first ? `${appPath}/webhooks` : '/apps',
      isDone: store.webhooks.value.length > 0,
    },
    { title: 'Make an access key', about: 'Its secret is shown once. A first key is there already.', path: '/keys', isDone: true },
    {
      title: 'Send a message, and answer it',
      about: 'See it on every phone, tap a choice, watch the callback.',
      path: '/compose',
      isDone: store.handsets.value.some(({ messages }) => messages > 0),
    },
  ];
  return (
    <section class="card stack" aria-labelledby="steps">
      <h2 id="steps">Five steps</h2>
      <ol class="steps">
        {steps.map(({ title, about, path, isDone }) => (
          <li key={title} class={isDone ? 'done' : ''}>
            <span class="tick">{isDone && <Icon name="coverage" />}</span>
            <a class="grow" href={`${place.base}${path}`}>
              <strong>{title}</strong>
              <span class="visually-hidden">{isDone ? ' (done)' : ' (to do)'}</span>
              <small>{about}</small>
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Counts({ overview }: { overview: Overview }): JSX.Element {
  const { place, store } = useConsole();
  const facts: [string, string, string][] = [
    ['Apps', '/apps', String(store.apps.value.length)],
    ['Handsets', '/wall', String(store.handsets.value.length)],
    ['Contacts', '/contacts', String(overview.counts.contacts)],
    ['Conversations', '/conversations', String(overview.counts.conversations)],
    ['Callbacks dropped', '/callbacks', String(store.dropped.value)],
    ['Fault rules on', '/faults', String(store.faults.value.length)],
  ];
  return (
    <section class="card" aria-label="Counts">
      <ul class="counts">
        {facts.map(([label, path, value]) => (
          <li key={label}>
            <a href={`${place.base}${path}`}>
              <strong>{value}</strong>
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LastEvents(): JSX.Element {
  const { place, store } = useConsole();
  const events = store.events.value.slice(-LAST_EVENTS).reverse();
  return (
    <section class="card stack-s" aria-labelledby="last-events">
      <div class="row apart">
        <h2 id="last-events">What happened last</h2>
        <a href={`${place.base}/events`}>{count(store.events.value.length, 'event')}</a>
      </div>
      {events.length === 0 ? (
        <p class="soft">Nothing yet. Send a message, or write from a handset.</p>
      ) : (
        <ul class="lines">
          {events.map(({ seq, trigger, time, gist }) => (
            <li key={seq}>
              <time class="soft nowrap" datetime={time}>
                {toTime(time)}
              </time>
              <span class="grow">
                <strong class="small">{trigger}</strong>
                <span class="cut soft small">{gist}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
