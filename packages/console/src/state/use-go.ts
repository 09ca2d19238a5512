import { useLocation } from 'preact-iso';
import { useConsole } from './console.ts';

/**
 * Goes to another page, e.g. `go('/wall')` after an answer. Whoever has gone elsewhere while the answer was on its way is left where they are.
 */
export function useGo(): (path: string) => void {
  const { place } = useConsole();
  const { path: here, route } = useLocation();
  return (path) => {
    if (location.pathname === here) route(`${place.base}${path}`);
  };
}
