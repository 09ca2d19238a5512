import type { JSX } from 'preact';
import { LocationProvider } from 'preact-iso';
import { type Console, ConsoleContext } from '../state/console.ts';
import { Routes } from './routes.tsx';
import { Shell } from './shell.tsx';

export function App({ context }: { context: Console }): JSX.Element {
  return (
    <ConsoleContext.Provider value={context}>
      <LocationProvider scope={context.place.base}>
        <Shell>
          <Routes />
        </Shell>
      </LocationProvider>
    </ConsoleContext.Provider>
  );
}
