import { type Signal, useSignal } from '@preact/signals';
import { useConsole, useOverview } from './console.ts';

export const REGIONS = ['us', 'eu', 'br'] as const;

/** The region that a list is of: the one of the first app, at first. */
export function useRegion(): Signal<string> {
  const { store } = useConsole();
  const { region } = useOverview();
  return useSignal(new URLSearchParams(location.search).get('region') ?? store.apps.peek()[0]?.region ?? region);
}
