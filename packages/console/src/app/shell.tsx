import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useConsole } from '../state/console.ts';
import { Icon } from '../ui/icons.tsx';
import { Skeleton } from '../ui/parts.tsx';
import { ToastList } from '../ui/toast-list.tsx';
import { ClockChip } from './clock-chip.tsx';
import { CommandBar } from './command-bar.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { NamespacePicker } from './namespace-picker.tsx';
import { NAVIGATION } from './navigation.ts';
import { Shortcuts } from './shortcuts.tsx';
import { SignIn } from './sign-in.tsx';
import { ThemeButton } from './theme-button.tsx';

/** What stands around every page: the strip that says that this is not Sinch, the rail, and news. */
export function Shell({ children }: { children: ComponentChildren }): JSX.Element {
  const { place, store, toasts } = useConsole();
  const { path } = useLocation();
  const isOpen = useSignal(false);
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    isOpen.value = false;
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return (
    <div class="shell">
      <a class="skip" href="#main">
        To the content
      </a>
      <header class="strip">
        <button
          type="button"
          class="button quiet icon nav-toggle"
          aria-label="Pages"
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          <Icon name="menu" />
        </button>
        <a class="brand" href={`${place.base}/`}>
          <img src="/_emulator/console/icon.svg" alt="" />
          convapi emulator
        </a>
        <span class="notice">Not Sinch: nobody gets a message</span>
        <span class="grow" />
        <NamespacePicker />
        <ClockChip />
        <CommandBar />
        <ThemeButton />
        <Shortcuts />
      </header>
      <nav class={isOpen.value ? 'nav open' : 'nav'} aria-label="Pages">
        <ul>
          {NAVIGATION.map(({ path: target, label, icon, apart }) => (
            <li key={target} class={apart ? 'apart' : ''}>
              <a
                href={`${place.base}${target}`}
                aria-current={isCurrent(path, `${place.base}${target}`, target === '/') ? 'page' : undefined}
              >
                <Icon name={icon} />
                {label}
                {target === '/callbacks' && store.dropped.value > 0 && (
                  <span class="count">
                    {store.dropped}
                    <span class="visually-hidden"> dropped</span>
                  </span>
                )}
                {target === '/faults' && store.faults.value.length > 0 && (
                  <span class="count">
                    {store.faults.value.length}
                    <span class="visually-hidden"> on</span>
                  </span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="main" id="main" ref={main} tabIndex={-1}>
        <ConnectionBanner />
        {store.connection.value === 'signed-out' ? <SignIn /> : store.overview.value ? children : <Skeleton lines={8} />}
      </main>
      <ToastList toasts={toasts} />
    </div>
  );
}

function isCurrent(path: string, target: string, isExact: boolean): boolean {
  const place = path.replace(/\/$/, '');
  return place === target.replace(/\/$/, '') || (!isExact && path.startsWith(`${target}/`));
}
