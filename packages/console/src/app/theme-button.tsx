import type { JSX } from 'preact';
import { chooseTheme, type Theme, theme } from '../state/theme.ts';
import { Icon } from '../ui/icons.tsx';

const NEXT: Readonly<Record<Theme, Theme>> = { auto: 'light', light: 'dark', dark: 'auto' };

export function ThemeButton(): JSX.Element {
  return (
    <button
      type="button"
      class="button quiet icon"
      aria-label={`Theme: ${theme.value}. Change to ${NEXT[theme.value]}`}
      title={`Theme: ${theme.value}`}
      onClick={() => chooseTheme(NEXT[theme.value])}
    >
      <Icon name="theme" />
    </button>
  );
}
