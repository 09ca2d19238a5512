import type { JSX } from 'preact';
import { Copy } from './copy.tsx';
import { ScrollRegion } from './scroll-region.tsx';

/** How many entries of a list or an object are drawn at once. */
const MOST_ENTRIES = 200;

/** JSON that folds. */
export function JsonView({ label, value }: { label: string; value: unknown }): JSX.Element {
  return (
    <ScrollRegion label={`${label}, as JSON`} class="code json">
      <span class="json-copy">
        <Copy text={JSON.stringify(value, null, 2)} what={label} />
      </span>
      <Value value={value} depth={0} />
    </ScrollRegion>
  );
}

function Value({ value, depth }: { value: unknown; depth: number }): JSX.Element {
  if (typeof value === 'string') return <span class="json-text">{JSON.stringify(value)}</span>;
  if (value === null || typeof value !== 'object') return <span class="json-word">{String(value)}</span>;
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return <span>{isList ? '[]' : '{}'}</span>;
  return (
    <details open={depth < 4}>
      <summary>
        {isList ? '[' : '{'}
        <span class="soft">
          {' '}
          {entries.length} {isList ? 'items' : 'keys'}
        </span>
      </summary>
      <ul>
        {entries.slice(0, MOST_ENTRIES).map(([key, item]) => (
          <li key={key}>
            {!isList && <span class="json-key">{key}: </span>}
            <Value value={item} depth={depth + 1} />
          </li>
        ))}
        {entries.length > MOST_ENTRIES && <li class="soft">and {entries.length - MOST_ENTRIES} more</li>}
      </ul>
      {isList ? ']' : '}'}
    </details>
  );
}
