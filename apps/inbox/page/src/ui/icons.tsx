import type { JSX } from 'preact';

const PATHS = {
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.500 4.500',
  send: 'M4 12 20 4l-5 16-3.500-6.500z',
  text: 'M5 6h14M12 6v13',
  note: 'M5 4h14v10l-5 5H5zM14 19v-5h5',
  template: 'M5 3h14v18H5zM8 8h8M8 12h8M8 16h5',
  media: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.500 9.500h.01',
  card: 'M4 5h16v14H4zM4 12h16M8 16h5',
  choice: 'M4 5h16v6H4zM4 15h7v4H4zM15 15h5v4h-5z',
  carousel: 'M7 5h10v14H7zM3 8v8M21 8v8',
  list: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  location: 'M12 21s7-6.200 7-11a7 7 0 0 0-14 0c0 4.800 7 11 7 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  person: 'M12 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM5 20c.6-4 3.400-6 7-6s6.400 2 7 6',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c.5-3.500 3-5 6-5s5.500 1.500 6 5M16 5.500a3 3 0 0 1 0 5.500M18 14.500c1.800.8 2.800 2.300 3 4.500',
  check: 'M4 12l5 5L20 6',
  ticks: 'M2 12l4.500 5L15 6M10 16l1 1L21 6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2',
  warning: 'M12 4 2.500 20h19zM12 10v4.500M12 17.500h.01',
  keyboard: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10',
  reply: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8h.01',
  menu: 'M4 7h16M4 12h16M4 17h16',
  out: 'M14 5h5v5M19 5l-8 8M11 6H5v13h13v-6',
  theme: 'M12 4a8 8 0 1 0 8 8 6 6 0 0 1-8-8z',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  merge: 'M6 4v5c0 3 6 3 6 7v4M18 4v5c0 3-6 3-6 7',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words: it says nothing by itself. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg
      class="icon-drawing"
      viewBox="0 0 24 24"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
