import { need } from '../internal/need.ts';
import type { RenderedMessage } from './rendered-message.ts';

/** Refuses what `render` did not make, such as the message itself. */
export function needRendered(builder: string, rendered: RenderedMessage): RenderedMessage {
  const wanted = 'what render gives';
  need(`${builder}.rendered`, rendered, 'object', wanted);
  need(`${builder}.rendered.parts`, rendered.parts, 'list', wanted);
  need(`${builder}.rendered.changes`, rendered.changes, 'list', wanted);
  return rendered;
}
