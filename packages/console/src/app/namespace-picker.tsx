import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole } from '../state/console.ts';
import { toConsolePath } from '../state/place.ts';

const DEFAULT = '';

/** Goes to another project of the emulator. Drawn where there is more than one. */
export function NamespacePicker(): JSX.Element | null {
  const { place, api } = useConsole();
  const names = useSignal<readonly string[]>(place.namespace === undefined ? [] : [place.namespace]);
  useEffect(() => {
    void api.root<{ namespaces: { name: string }[] }>('GET', '/namespaces').then((answer) => {
      if (answer.ok) names.value = [...new Set([...names.value, ...answer.data.namespaces.map(({ name }) => name)])];
    });
  }, []);
  if (names.value.length === 0) return null;
  return (
    <select
      class="auto"
      aria-label="Namespace"
      value={place.namespace ?? DEFAULT}
      // another project has another state: the page starts anew
      onInput={(event) => location.assign(`${toConsolePath(event.currentTarget.value || undefined)}/`)}
    >
      <option value={DEFAULT}>default project</option>
      {names.value.map((name) => (
        <option key={name} value={name} selected={name === place.namespace}>
          {name}
        </option>
      ))}
    </select>
  );
}
