import type { JSX } from 'preact';

const PATHS = {
  start: 'M3 10.5 12 4l9 6.5M5.5 9v10h13V9M10 19v-5h4v5',
  apps: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  wall: 'M4 3h7v18H4zM14 3h6v18h-6zM6.5 18.5h2M16 18.5h2',
  compose: 'M4 20l1-4L16 5l3 3L8 19l-4 1zM14 7l3 3',
  messages: 'M4 5h16v11H10l-5 4v-4H4z',
  contacts: 'M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c.6-4 3.4-6 7-6s6.400 2 7 6',
  conversations: 'M4 5h11v8H8l-4 3zM17 9h3v10l-3-2h-6v-2',
  templates: 'M5 3h14v18H5zM8 8h8M8 12h8M8 16h5',
  callbacks: 'M4 12h11M11 7l5 5-5 5M20 5v14',
  events: 'M12 3v6M12 15v6M3 12h6M15 12h6M6 6l3 3M15 15l3 3M18 6l-3 3M9 15l-3 3',
  requests: 'M20 12H9M13 7l-5 5 5 5M4 5v14',
  faults: 'M13 3 5 14h6l-1 7 8-11h-6z',
  time: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2',
  keys: 'M15 9a4 4 0 1 0-3.600 3.900L10 14.500V17H7.500v2.500H4V17l5.600-5.600M15.500 8.500h.01',
  coverage: 'M4 12l5 5L20 6',
  postman: 'M5 4h14v16H5zM12 8v7M9 12l3 3 3-3',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  copy: 'M8 8h11v12H8zM5 16V4h11',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M4 7h16M4 12h16M4 17h16',
  plus: 'M12 5v14M5 12h14',
  eye: 'M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  search: 'M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500 20 20',
  theme: 'M12 4a8 8 0 1 0 8 8 6 6 0 0 1-8-8z',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words: it says nothing by itself. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg
      viewBox="0 0 24 24"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'grip' ? 3 : 1.8}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
