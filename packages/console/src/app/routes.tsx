import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { ErrorBoundary, lazy, Route, Router } from 'preact-iso';
import { AppPage } from '../pages/apps/app-page.tsx';
import { AppsPage } from '../pages/apps/apps-page.tsx';
import { MissingPage } from '../pages/missing-page.tsx';
import { StartPage } from '../pages/start/start-page.tsx';
import { useConsole } from '../state/console.ts';
import { Skeleton } from '../ui/parts.tsx';

const KeysPage = lazy(() => import('../pages/keys/keys-page.tsx').then(({ KeysPage }) => KeysPage));
const CallbacksPage = lazy(() => import('../pages/callbacks/callbacks-page.tsx').then(({ CallbacksPage }) => CallbacksPage));
const CallbackPage = lazy(() => import('../pages/callbacks/callback-page.tsx').then(({ CallbackPage }) => CallbackPage));
const EventsPage = lazy(() => import('../pages/events/events-page.tsx').then(({ EventsPage }) => EventsPage));
const EventPage = lazy(() => import('../pages/events/event-page.tsx').then(({ EventPage }) => EventPage));
const RequestsPage = lazy(() => import('../pages/requests/requests-page.tsx').then(({ RequestsPage }) => RequestsPage));
const RequestPage = lazy(() => import('../pages/requests/request-page.tsx').then(({ RequestPage }) => RequestPage));
const FaultsPage = lazy(() => import('../pages/faults/faults-page.tsx').then(({ FaultsPage }) => FaultsPage));
const TimePage = lazy(() => import('../pages/time/time-page.tsx').then(({ TimePage }) => TimePage));
const CoveragePage = lazy(() => import('../pages/fidelity/coverage-page.tsx').then(({ CoveragePage }) => CoveragePage));
const PostmanPage = lazy(() => import('../pages/postman/postman-page.tsx').then(({ PostmanPage }) => PostmanPage));
const ContactsPage = lazy(() => import('../pages/contacts/contacts-page.tsx').then(({ ContactsPage }) => ContactsPage));
const ContactPage = lazy(() => import('../pages/contacts/contact-page.tsx').then(({ ContactPage }) => ContactPage));
const ConversationsPage = lazy(() =>
  import('../pages/conversations/conversations-page.tsx').then(({ ConversationsPage }) => ConversationsPage),
);
const WallPage = lazy(() => import('../pages/wall/wall-page.tsx').then(({ WallPage }) => WallPage));
const OnePhonePage = lazy(() => import('../pages/wall/one-phone-page.tsx').then(({ OnePhonePage }) => OnePhonePage));
const ComposePage = lazy(() => import('../pages/compose/compose-page.tsx').then(({ ComposePage }) => ComposePage));
const MessagesPage = lazy(() => import('../pages/messages/messages-page.tsx').then(({ MessagesPage }) => MessagesPage));
const MessagePage = lazy(() => import('../pages/messages/message-page.tsx').then(({ MessagePage }) => MessagePage));
const ConversationPage = lazy(() =>
  import('../pages/conversations/conversation-page.tsx').then(({ ConversationPage }) => ConversationPage),
);
const TemplatesPage = lazy(() => import('../pages/templates/templates-page.tsx').then(({ TemplatesPage }) => TemplatesPage));
const TemplatePage = lazy(() => import('../pages/templates/template-page.tsx').then(({ TemplatePage }) => TemplatePage));

export function Routes(): JSX.Element {
  const { base } = useConsole().place;
  const isLoading = useSignal(false);
  return (
    <ErrorBoundary>
      {isLoading.value && <Skeleton lines={8} />}
      {/* The former page stays in place until the code of the next one is here: it is hidden, so that nobody acts on it. */}
      <div hidden={isLoading.value} inert={isLoading.value}>
        <Router
          onLoadStart={() => {
            isLoading.value = true;
          }}
          onLoadEnd={() => {
            isLoading.value = false;
          }}
        >
          <Route path={`${base}/`} component={StartPage} />
          <Route path={`${base}/apps`} component={AppsPage} />
          <Route path={`${base}/apps/:region/:id/:tab?`} component={AppPage} />
          <Route path={`${base}/keys`} component={KeysPage} />
          <Route path={`${base}/callbacks`} component={CallbacksPage} />
          <Route path={`${base}/callbacks/:id`} component={CallbackPage} />
          <Route path={`${base}/events`} component={EventsPage} />
          <Route path={`${base}/events/:seq`} component={EventPage} />
          <Route path={`${base}/requests`} component={RequestsPage} />
          <Route path={`${base}/requests/:id`} component={RequestPage} />
          <Route path={`${base}/faults`} component={FaultsPage} />
          <Route path={`${base}/time`} component={TimePage} />
          <Route path={`${base}/coverage`} component={CoveragePage} />
          <Route path={`${base}/postman`} component={PostmanPage} />
          <Route path={`${base}/contacts`} component={ContactsPage} />
          <Route path={`${base}/contacts/:region/:id`} component={ContactPage} />
          <Route path={`${base}/conversations`} component={ConversationsPage} />
          <Route path={`${base}/wall`} component={WallPage} />
          <Route path={`${base}/wall/:channel/:identity`} component={OnePhonePage} />
          <Route path={`${base}/compose`} component={ComposePage} />
          <Route path={`${base}/messages`} component={MessagesPage} />
          <Route path={`${base}/messages/:id`} component={MessagePage} />
          <Route path={`${base}/conversations/:region/:id`} component={ConversationPage} />
          <Route path={`${base}/templates`} component={TemplatesPage} />
          <Route path={`${base}/templates/:region/:id`} component={TemplatePage} />
          <Route default component={MissingPage} />
        </Router>
      </div>
    </ErrorBoundary>
  );
}
