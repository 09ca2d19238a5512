import { BASE } from './styles/base.ts';
import { COMPOSER } from './styles/composer.ts';
import { LIST } from './styles/list.ts';
import { MESSAGES } from './styles/messages.ts';
import { NARROW } from './styles/narrow.ts';

/** The style sheet of the page. */
export const STYLES = [BASE, LIST, MESSAGES, COMPOSER, NARROW].join('\n');
