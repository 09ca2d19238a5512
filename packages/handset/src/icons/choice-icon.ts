import type { RenderedChoice } from '@convapi/message-builder';
import type { IconName } from './icon.tsx';

const ICONS: Readonly<Record<RenderedChoice['type'], IconName>> = {
  text: 'reply',
  url: 'out',
  call: 'call',
  location: 'pin',
  calendar: 'calendar',
  share_location: 'here',
  list: 'list',
  flow: 'form',
  copy_code: 'copy',
  pay: 'pay',
  unknown: 'reply',
};

/** The drawing of what a choice does. */
export function choiceIcon(type: RenderedChoice['type']): IconName {
  return ICONS[type] ?? 'reply';
}
