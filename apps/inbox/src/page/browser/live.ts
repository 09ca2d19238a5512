import type { LiveEvent } from '../../views.ts';
import { byId } from './dom.ts';

const RETRY_MS = 3000;

/** Tells of changes as they happen. `onOpen` also runs after a break, when changes may have been missed. */
export function listen(onOpen: () => void, onChange: (event: LiveEvent) => void): void {
  const source = new EventSource('/api/events');
  source.onopen = () => {
    show('live', 'Live');
    onOpen();
  };
  source.onerror = () => {
    show('lost', 'Reconnecting…');
    if (source.readyState !== EventSource.CLOSED) return;
    // After an answer that is no stream the browser gives up by itself.
    setTimeout(() => listen(onOpen, onChange), RETRY_MS);
  };
  source.addEventListener('conversation', (event) => onChange(JSON.parse(event.data)));
}

function show(state: string, words: string): void {
  const element = byId('live');
  if (element.dataset.state === state) return;
  element.dataset.state = state;
  element.textContent = words;
}
