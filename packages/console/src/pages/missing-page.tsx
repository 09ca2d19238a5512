import type { JSX } from 'preact';
import { useConsole } from '../state/console.ts';
import { Empty, PageHead } from '../ui/parts.tsx';

export function MissingPage(): JSX.Element {
  const { place } = useConsole();
  return (
    <div class="page stack">
      <PageHead title="There is no such page" />
      <Empty title="The address leads nowhere">
        <a class="button" href={`${place.base}/`}>
          To the start
        </a>
      </Empty>
    </div>
  );
}
