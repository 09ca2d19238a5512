import type { JSX } from 'preact';
import { ErrorBoundary, lazy, Route, Router } from 'preact-iso';
import { AppPage } from '../pages/apps/app-page.tsx';
import { AppsPage } from '../pages/apps/apps-page.tsx';
import { MissingPage } from '../pages/missing-page.tsx';
import { StartPage } from '../pages/start/start-page.tsx';
import { useConsole } from '../state/console.ts';

const KeysPage = lazy(() => import('../pages/keys/keys-page.tsx').then(({ KeysPage }) => KeysPage));

export function Routes(): JSX.Element {
  const { base } = useConsole().place;
  return (
    <ErrorBoundary>
      <Router>
        <Route path={`${base}/`} component={StartPage} />
        <Route path={`${base}/apps`} component={AppsPage} />
        <Route path={`${base}/apps/:region/:id/:tab?`} component={AppPage} />
        <Route path={`${base}/keys`} component={KeysPage} />
        <Route default component={MissingPage} />
      </Router>
    </ErrorBoundary>
  );
}
