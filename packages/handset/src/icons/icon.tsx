import type { JSX } from 'preact';

/** The drawings that there are. */
export type IconName =
  | 'back'
  | 'chevron'
  | 'next'
  | 'call'
  | 'video'
  | 'search'
  | 'menu'
  | 'more'
  | 'info'
  | 'plus'
  | 'send'
  | 'mic'
  | 'smile'
  | 'close'
  | 'reply'
  | 'out'
  | 'pin'
  | 'calendar'
  | 'here'
  | 'list'
  | 'copy'
  | 'pay'
  | 'form'
  | 'picture'
  | 'play'
  | 'sound'
  | 'file'
  | 'person'
  | 'mail'
  | 'web'
  | 'cake'
  | 'building'
  | 'cart'
  | 'warning'
  | 'signal'
  | 'battery'
  | 'code';

/** Drawn for this package on a square of 24: lines of 2, round ends. */
const PATHS: Readonly<Record<IconName, string>> = {
  back: 'M20 12H5M11 5l-7 7 7 7',
  chevron: 'M15 4l-8 8 8 8',
  next: 'M9 4l8 8-8 8',
  call: 'M6 3h3l2 5-2.5 2a12 12 0 0 0 5.5 5.5L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
  video: 'M4 7h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM15 11l6-4v10l-6-4',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  menu: 'M4 6h16M4 12h16M4 18h16',
  more: 'M12 5v.01M12 12v.01M12 19v.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8v.01',
  plus: 'M12 5v14M5 12h14',
  send: 'M4 12l-1-8 19 8-19 8 1-8zM4 12h8',
  mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5 11a7 7 0 0 0 14 0M12 18v3',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 14a5 5 0 0 0 8 0M9 9v.01M15 9v.01',
  close: 'M6 6l12 12M18 6L6 18',
  reply: 'M10 6l-6 6 6 6M4 12h9a7 7 0 0 1 7 7',
  out: 'M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
  pin: 'M12 21s7-7 7-12a7 7 0 0 0-14 0c0 5 7 12 7 12zM12 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
  calendar: 'M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 10h16M8 3v4M16 3v4',
  here: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM12 2v4M12 18v4M2 12h4M18 12h4',
  list: 'M9 6h11M9 12h11M9 18h11M4 6v.01M4 12v.01M4 18v.01',
  copy: 'M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1zM5 15a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1',
  pay: 'M3 6h18v12H3zM3 10h18M6 15h4',
  form: 'M6 3h9l4 4v14H6zM9 10h7M9 14h7M9 18h4',
  picture: 'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3 17l5-5 4 4 4-5 5 6M8 8.5v.01',
  play: 'M7 4l13 8-13 8z',
  sound: 'M4 10v4M8 6v12M12 9v6M16 4v16M20 10v4',
  file: 'M6 3h8l5 5v13H6zM14 3v5h5',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21a8 8 0 0 1 16 0',
  mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
  web: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c-5 6-5 12 0 18M12 3c5 6 5 12 0 18',
  cake: 'M4 20h16v-8H4zM4 15c3 2 5-2 8 0s5-2 8 0M12 12V8M12 4v.01',
  building: 'M5 21V4h9v17M14 9h5v12M3 21h18M8 8h3M8 12h3M8 16h3',
  cart: 'M3 4h3l2 11h10l2-8H7M9 20v.01M17 20v.01',
  warning: 'M12 4l9 16H3zM12 10v4M12 17v.01',
  signal: 'M4 18v-3M9 18v-6M14 18V9M19 18V6',
  battery: 'M3 8h15v8H3zM21 11v2',
  code: 'M8 7l-5 5 5 5M16 7l5 5-5 5',
};

/** A drawing beside words: it says nothing that they do not. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class={`cvh-icon cvh-icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
