import { readStored, store } from './storage.ts';

const KEY = 'inbox.theme';

/** As the machine is, or as the person chose. */
export function restoreTheme(): void {
  const theme = readStored(KEY);
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}

export function changeTheme(): void {
  const { dataset } = document.documentElement;
  const isDark = dataset.theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : dataset.theme === 'dark';
  dataset.theme = isDark ? 'light' : 'dark';
  store(KEY, dataset.theme);
}
