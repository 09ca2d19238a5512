import type { JSX } from 'preact';
import { useConsole } from '../state/console.ts';
import { Empty } from '../ui/parts.tsx';

export function MissingPage(): JSX.Element {
  const { place } = useConsole();
  return (
    <div class="page">
      <Empty title="There is no such page">
        <a class="button" href={`${place.base}/`}>
          To the start
        </a>
      </Empty>
    </div>
  );
}
