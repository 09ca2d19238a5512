import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useConsole } from '../../state/console.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import { Choice, hasWords, Search } from '../../ui/filters.tsx';
import { LoadedView } from '../../ui/loaded-view.tsx';
import { Badge, PageHead, type Tone } from '../../ui/parts.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';

interface Coverage {
  operations: { operation: string; method: string; path: string; level: string; note: string }[];
  behaviour: { section: string; claim: string; basis: string; level: string }[];
}

const LEVELS = ['faithful', 'simplified', 'guess', 'absent'];

/** How near the emulator is to the service. */
export function CoveragePage(): JSX.Element {
  const { api } = useConsole();
  const words = useSignal('');
  const level = useSignal('');
  const loaded = useLoaded('coverage', 0, () => api.control<Coverage>('GET', '/coverage'));
  const fits = (row: { level: string; basis?: string }, ...texts: string[]): boolean =>
    (level.value === '' || row.level === level.value || row.basis === level.value) &&
    (words.value === '' || hasWords(words.value, ...texts));
  return (
    <div class="page stack">
      <PageHead title="Coverage" about="What is as at the service, what is simplified, and what is only a guess." />
      <LoadedView id="coverage" loaded={loaded.value}>
        {({ operations, behaviour }) => (
          <>
            <div class="card flush">
              <div class="filters">
                <Search
                  label="Search"
                  value={words.value}
                  onInput={(value) => {
                    words.value = value;
                  }}
                />
                <Choice
                  label="Level"
                  all="Every level"
                  options={LEVELS}
                  value={level.value}
                  onInput={(value) => {
                    level.value = value;
                  }}
                />
              </div>
            </div>
            <Table
              title="Behaviour"
              heads={['Section', 'Claim', 'Basis', 'Level']}
              rows={behaviour
                .filter((row) => fits(row, row.section, row.claim, row.basis))
                .map(({ section, claim, basis, level: found }) => [section, claim, basis, <Level key="level" level={found} />])}
            />
            <Table
              title="Operations"
              heads={['Operation', 'Path', 'Note', 'Level']}
              rows={operations
                .filter((row) => fits(row, row.operation, row.path, row.note))
                .map(({ operation, method, path, note, level: found }) => [
                  operation,
                  `${method} ${path}`,
                  note,
                  <Level key="level" level={found} />,
                ])}
            />
          </>
        )}
      </LoadedView>
    </div>
  );
}

function Level({ level }: { level: string }): JSX.Element {
  const tones: Readonly<Record<string, Tone>> = { faithful: 'good', simplified: 'warn', guess: 'warn', absent: 'bad' };
  return <Badge tone={tones[level] ?? 'plain'}>{level}</Badge>;
}

interface TableProps {
  title: string;
  heads: readonly string[];
  rows: readonly (readonly (string | JSX.Element)[])[];
}

function Table({ title, heads, rows }: TableProps): JSX.Element {
  return (
    <section class="card flush" aria-label={title}>
      <h2 class="card-head">
        {title} <span class="soft">({rows.length})</span>
      </h2>
      <ScrollRegion label={`Table of ${title.toLowerCase()}`}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, position) => (
              <tr key={position}>
                {row.map((cell, column) => (
                  <td key={column} class={column === 1 ? 'break' : ''}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
