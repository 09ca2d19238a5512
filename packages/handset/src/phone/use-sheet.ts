import { useRef, useState } from 'preact/hooks';
import type { PhoneContext, SheetContent } from '../internal/phone-context.ts';

/** The sheet that is open, and what opens and closes it. The focus goes back to where it was. */
export function useSheet(): {
  sheet: SheetContent | undefined;
  openSheet: PhoneContext['openSheet'];
  root: { current: HTMLDivElement | null };
} {
  const [sheet, setSheet] = useState<SheetContent>();
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  const openSheet: PhoneContext['openSheet'] = (next) => {
    const tree = root.current?.getRootNode() as Document | ShadowRoot | undefined;
    if (next !== undefined && sheet === undefined) opener.current = (tree?.activeElement ?? null) as HTMLElement | null;
    setSheet(next);
    // what opened it is reachable again once the rest is no longer inert
    if (next === undefined) requestAnimationFrame(() => opener.current?.focus({ preventScroll: true }));
  };
  return { sheet, openSheet, root };
}
