import { useMemo, useRef, useState } from 'preact/hooks';
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
  const openSheet = useMemo(() => {
    const focused = () =>
      (root.current?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement as HTMLElement | null | undefined;
    return (next: SheetContent | undefined) => {
      setSheet((before) => {
        if (next !== undefined && before === undefined) opener.current = focused() ?? null;
        return next;
      });
      // what opened it is reachable again once the rest is no longer inert
      if (next === undefined) requestAnimationFrame(() => opener.current?.focus({ preventScroll: true }));
    };
  }, []);
  return { sheet, openSheet, root };
}
