import { need } from './need.ts';
import { refuse } from './refuse.ts';

/** The text, if there is one. A missing setting often arrives as an empty text. The value is not shown: it can be a phone number. */
export function needFilled(path: string, text: string, wanted: string): string {
  if (need(path, text, 'string', wanted) === '') refuse(path, 'is empty', `Pass ${wanted}.`);
  return text;
}
