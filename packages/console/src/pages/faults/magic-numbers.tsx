import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { CopyLine } from '../../ui/copy.tsx';
import { LoadedView } from '../../ui/loaded-view.tsx';

/** Numbers that always behave one way, on every channel. */
export function MagicNumbers(): JSX.Element {
  const { api } = useConsole();
  const loaded = useLoaded('identities', 0, () => api.control<{ identities: Record<string, string> }>('GET', '/identities'));
  return (
    <details class="card details">
      <summary>Numbers that always behave one way</summary>
      <LoadedView id="identities" loaded={loaded.value}>
        {({ identities }) => (
          <dl class="facts">
            {Object.entries(identities).map(([name, number]) => [
              <dt key={`${name} name`} class="break">
                {name}
              </dt>,
              <dd key={name}>
                <CopyLine text={number} what={`the number of ${name}`} />
              </dd>,
            ])}
          </dl>
        )}
      </LoadedView>
    </details>
  );
}
