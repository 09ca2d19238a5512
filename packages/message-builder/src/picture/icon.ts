import type { MediaKind, RenderedChoice, RenderedContactLine } from '../render/rendered-part.ts';

/** Line drawings on a field of 16 by 16. */
const CHOICE_PATHS: Readonly<Record<RenderedChoice['type'], string>> = {
  text: 'M6 3 L2 7 L6 11 M2 7 H9 C12.5 7 14 9 14 13',
  url: 'M9 2 H14 V7 M14 2 L8 8 M6 4 H3 V13 H12 V10',
  call: 'M3 2 L6 2 L7 5.5 L5.3 7 C6.3 9 7.3 10 9.2 11 L10.7 9.2 L14 10.2 V13 C8 14.5 1.8 8.2 3 2 Z',
  location: 'M8 14.5 C4 10 3 8.5 3 6.5 A5 5 0 0 1 13 6.5 C13 8.5 12 10 8 14.5 Z M8 5 A1.7 1.7 0 1 0 8 8.4 A1.7 1.7 0 1 0 8 5',
  calendar: 'M2 4 H14 V14 H2 Z M2 7 H14 M5 2 V5 M11 2 V5',
  share_location: 'M2 8 L14 2 L9 14 L7.5 9 Z',
  list: 'M2 4 H14 M2 8 H14 M2 12 H14',
  flow: 'M3 2 H13 V14 H3 Z M6 5.5 H10 M6 8 H10 M6 10.5 H8',
  copy_code: 'M5 5 V2 H14 V11 H11 M2 5 H11 V14 H2 Z',
  pay: 'M1.5 4 H14.5 V12.5 H1.5 Z M1.5 7 H14.5 M4 10 H7',
  unknown: 'M8 2 A6 6 0 1 0 8 14 A6 6 0 1 0 8 2 M8 5 V9 M8 11 V11.5',
};

const MEDIA_PATHS: Readonly<Record<MediaKind, string>> = {
  image: 'M1 3 H15 V13 H1 Z M1 11 L5 7 L8 10 L11 6 L15 11 M5 5.2 A.8 .8 0 1 0 5 5.3',
  video: 'M1 3 H15 V13 H1 Z M6.5 5.5 L10.5 8 L6.5 10.5 Z',
  audio: 'M2 7 V9 M4.5 5 V11 M7 2.5 V13.5 M9.5 5.5 V10.5 M12 4 V12 M14.5 7 V9',
  document: 'M4 1 H10 L13 4 V15 H4 Z M10 1 V4 H13 M6 8 H11 M6 11 H11',
  sticker: 'M2 2 H14 V9 L9 14 H2 Z M9 14 V9 H14',
  unknown: 'M4 1 H10 L13 4 V15 H4 Z M10 1 V4 H13',
};

// Put together from another table: marked pure, so that bundlers drop it where nobody uses it.
const CONTACT_PATHS: Readonly<Record<RenderedContactLine['kind'], string>> = /* @__PURE__ */ (() => ({
  organization: 'M3 14 V2 H10 V14 M10 6 H13 V14 M1.5 14 H14.5 M5.5 5 H7.5 M5.5 8 H7.5 M5.5 11 H7.5',
  phone: CHOICE_PATHS.call,
  mail: 'M1.5 3.5 H14.5 V12.5 H1.5 Z M1.5 4 L8 9 L14.5 4',
  address: CHOICE_PATHS.location,
  web: 'M8 2 A6 6 0 1 0 8 14 A6 6 0 1 0 8 2 M2 8 H14 M8 2 C5 5 5 11 8 14 M8 2 C11 5 11 11 8 14',
  birthday: CHOICE_PATHS.calendar,
}))();

/** The drawing beside the caption of a choice. */
export function choiceIcon(type: RenderedChoice['type'], size: number, color: string): string {
  return icon(CHOICE_PATHS[type], size, color);
}

/** The drawing in place of a file. */
export function mediaIcon(kind: MediaKind, size: number, color: string): string {
  return icon(MEDIA_PATHS[kind], size, color);
}

/** The drawing beside a line of an entry for the address book. */
export function contactIcon(kind: RenderedContactLine['kind'], size: number, color: string): string {
  return icon(CONTACT_PATHS[kind], size, color);
}

function icon(path: string, size: number, color: string): string {
  const scale = Math.round((size / 16) * 1000) / 1000;
  return `<path transform="scale(${scale})" d="${path}" fill="none" stroke="${color}" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/>`;
}
