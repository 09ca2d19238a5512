import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Api } from './api.ts';
import type { Place } from './place.ts';
import type { Store } from './store.ts';
import type { Toasts } from './toasts.ts';
import type { Overview } from './wire.ts';

/** What every page is given. */
export interface Console {
  place: Place;
  api: Api;
  store: Store;
  toasts: Toasts;
}

export const ConsoleContext = createContext<Console | undefined>(undefined);

export function useConsole(): Console {
  const context = useContext(ConsoleContext);
  if (!context) throw new Error('useConsole stands outside of ConsoleContext.');
  return context;
}

/** What the emulator said of itself. The shell draws no page before that. */
export function useOverview(): Overview {
  const overview = useConsole().store.overview.value;
  if (!overview) throw new Error('useOverview stands in a page that is drawn before the emulator has answered.');
  return overview;
}
