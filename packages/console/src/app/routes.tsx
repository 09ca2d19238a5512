import type { JSX } from 'preact';
import { ErrorBoundary, lazy, Route, Router } from 'preact-iso';
import { AppPage } from '../pages/apps/app-page.tsx';
import { AppsPage } from '../pages/apps/apps-page.tsx';
import { MissingPage } from '../pages/missing-page.tsx';
import { StartPage } from '../pages/start/start-page.tsx';
import { useConsole } from '../state/console.ts';

const KeysPage = lazy(() => import('../pages/keys/keys-page.tsx').then(({ KeysPage }) => KeysPage));
const CallbacksPage = lazy(() => import('../pages/callbacks/callbacks-page.tsx').then(({ CallbacksPage }) => CallbacksPage));
const CallbackPage = lazy(() => import('../pages/callbacks/callback-page.tsx').then(({ CallbackPage }) => CallbackPage));
const EventsPage = lazy(() => import('../pages/events/events-page.tsx').then(({ EventsPage }) => EventsPage));
const EventPage = lazy(() => import('../pages/events/event-page.tsx').then(({ EventPage }) => EventPage));
const RequestsPage = lazy(() => import('../pages/requests/requests-page.tsx').then(({ RequestsPage }) => RequestsPage));
const RequestPage = lazy(() => import('../pages/requests/request-page.tsx').then(({ RequestPage }) => RequestPage));
const FaultsPage = lazy(() => import('../pages/faults/faults-page.tsx').then(({ FaultsPage }) => FaultsPage));
const TimePage = lazy(() => import('../pages/time/time-page.tsx').then(({ TimePage }) => TimePage));
const CoveragePage = lazy(() => import('../pages/coverage/coverage-page.tsx').then(({ CoveragePage }) => CoveragePage));
const PostmanPage = lazy(() => import('../pages/postman/postman-page.tsx').then(({ PostmanPage }) => PostmanPage));
const ContactsPage = lazy(() => import('../pages/contacts/contacts-page.tsx').then(({ ContactsPage }) => ContactsPage));
const ContactPage = lazy(() => import('../pages/contacts/contact-page.tsx').then(({ ContactPage }) => ContactPage));
const ConversationsPage = lazy(() =>
  import('../pages/conversations/conversations-page.tsx').then(({ ConversationsPage }) => ConversationsPage),
);
const WallPage = lazy(() => import('../pages/wall/wall-page.tsx').then(({ WallPage }) => WallPage));
const OnePhonePage = lazy(() => import('../pages/wall/one-phone-page.tsx').then(({ OnePhonePage }) => OnePhonePage));
const ComposePage = lazy(() => import('../pages/compose/compose-page.tsx').then(({ ComposePage }) => ComposePage));

export function Routes(): JSX.Element {
  const { base } = useConsole().place;
  return (
    <ErrorBoundary>
      <Router>
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
        <Route default component={MissingPage} />
      </Router>
    </ErrorBoundary>
  );
}
