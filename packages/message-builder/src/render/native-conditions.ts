import { countBytes, countGraphemes } from '../check/count-units.ts';
import { extensionOf } from './media-kind.ts';
import type { RenderedChoice, RenderedMedia } from './rendered-part.ts';

/** Limits under which WhatsApp shows choices as buttons. The table of limits has the same figures; a test compares them. */
export const BUTTON_LIMITS = {
  WHATSAPP: { choices: 3, titleChars: 20, bodyChars: 1024, postbackChars: 229, cardTitleChars: 1024, cardDescriptionChars: 60 },
} as const;

const VIBERBM_DOCUMENTS = ' doc docx rtf dot dotx odt odf fodt txt info pdf xps pdax eps xls xlsx ods fods csv xlsm xltx ';

const WHATSAPP_AUDIO = ' aac m4a mp4 amr mp3 mpeg ogg opus ';

/** Why something is not native: where, and what is wrong there. */
export interface Obstacle {
  path: string;
  what: string;
}

/** Does the channel take the file as a file? Undefined where its URL does not tell what it is. */
export function takesFile(channel: string, media: RenderedMedia): boolean | undefined {
  if (media.media === 'unknown') return undefined;
  const extension = extensionOf(media);
  if (channel === 'WHATSAPP') return isWhatsAppFile(media, extension);
  if (channel === 'VIBERBM') return isViberImage(extension) || VIBERBM_DOCUMENTS.includes(` ${extension} `);
  if (channel === 'INSTAGRAM') return media.media === 'image' || media.media === 'sticker';
  return true;
}

/** Can it be the picture of a Viber message with a button? */
export function isViberImage(extension: string): boolean {
  return extension === 'jpg' || extension === 'jpeg' || extension === 'png';
}

/** Why WhatsApp shows these choices as text, or undefined where it shows buttons. */
export function whatsAppChoicesObstacle(choices: readonly RenderedChoice[], path: string): Obstacle | undefined {
  const { choices: most } = BUTTON_LIMITS.WHATSAPP;
  const [first] = choices;
  if (first === undefined) return { path, what: 'there is no choice' };
  if (choices.length === 1 && first.type === 'url') return captionObstacle(first, []);
  for (const choice of choices) {
    if (choice.type !== 'text') return { path: choice.path, what: 'buttons are up to 3 text choices, or a single link' };
  }
  if (choices.length > most) return { path, what: `more than ${most} choices` };
  const seen: string[] = [];
  for (const choice of choices) {
    const obstacle = captionObstacle(choice, seen);
    if (obstacle) return obstacle;
    seen.push(choice.title);
  }
  return undefined;
}

/** Has the text more characters, as people count them? One that is short in UTF-16 is short in any count. */
export function isOver(text: string, limit: number): boolean {
  return text.length > limit && countGraphemes(text) > limit;
}

function captionObstacle({ type, title, path, postback }: RenderedChoice, seen: readonly string[]): Obstacle | undefined {
  const { titleChars, postbackChars } = BUTTON_LIMITS.WHATSAPP;
  if (isOver(title, titleChars)) return { path, what: `the caption is over ${titleChars} characters` };
  if (type === 'text' && hasMarkdown(title)) return { path, what: 'the caption has Markdown in it' };
  if (seen.includes(title)) return { path, what: 'the caption is used twice' };
  if (postback !== undefined && countBytes(postback) > postbackChars) return { path, what: `the postback is over ${postbackChars} bytes` };
  return undefined;
}

/** A pair of marks that WhatsApp would set as bold, italic, struck or code. Captions are short by now. */
function hasMarkdown(text: string): boolean {
  return /([*_~`])\S(?:[^\n]*?\S)?\1/.test(text);
}

function isWhatsAppFile({ media }: RenderedMedia, extension: string): boolean {
  if (media === 'image') return extension === 'jpg' || extension === 'jpeg' || extension === 'png';
  if (media === 'video') return extension === 'mp4' || extension === '3gp' || extension === '3gpp';
  if (media === 'audio') return WHATSAPP_AUDIO.includes(` ${extension} `);
  return true;
}
