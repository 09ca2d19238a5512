import { signal } from '@preact/signals';

const KEY = 'convapi-theme';

export type Theme = 'auto' | 'light' | 'dark';

export const theme = signal<Theme>('auto');

/** The theme that was chosen last; the one of the system, where none was. */
export function restoreTheme(): void {
  const stored = localStorage.getItem(KEY);
  chooseTheme(stored === 'light' || stored === 'dark' ? stored : 'auto');
}

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  if (chosen === 'auto') {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(KEY);
  } else {
    document.documentElement.dataset.theme = chosen;
    localStorage.setItem(KEY, chosen);
  }
}
