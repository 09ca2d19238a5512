import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole } from '../../state/console.ts';
import { toTime } from '../../state/words.ts';
import { Check } from '../../ui/field.tsx';
import { Choice, hasWords, Search } from '../../ui/filters.tsx';
import { LogList } from '../../ui/log-list.tsx';
import { Empty, PageHead } from '../../ui/parts.tsx';
import { StatusBadge } from './status-badge.tsx';

const STATUSES = ['2xx', '4xx', '5xx'];

/** Calls of the API, the newest first. */
export function RequestsPage(): JSX.Element {
  const { place, store } = useConsole();
  const words = useSignal('');
  const status = useSignal('');
  const hasOwn = useSignal(false);
  useEffect(() => {
    void store.needLog('requests');
  }, []);
  const all = store.requests.value;
  const shown = all
    .filter(
      (request) =>
        (hasOwn.value || !request.as_owner) &&
        (status.value === '' || String(request.status)[0] === status.value[0]) &&
        (words.value === '' || hasWords(words.value, request.method, request.path, request.operation, request.error)),
    )
    .reverse();
  const ofPrograms = hasOwn.value || all.some(({ as_owner: isOwn }) => !isOwn);
  return (
    <div class="page stack">
      <PageHead title="Requests" about="Calls of the API, with what was wrong with them." />
      <section class="card flush" aria-label="Requests">
        <div class="filters">
          <Search
            label="Search requests"
            value={words.value}
            onInput={(value) => {
              words.value = value;
            }}
          />
          <Choice
            label="Status"
            all="Every status"
            options={STATUSES}
            value={status.value}
            onInput={(value) => {
              status.value = value;
            }}
          />
          <Check
            label="Calls of this page too"
            checked={hasOwn.value}
            onInput={(checked) => {
              hasOwn.value = checked;
            }}
          />
        </div>
        {shown.length === 0 ? (
          <Empty title={ofPrograms ? 'None fits' : 'No program has called yet'}>
            {!ofPrograms && <p>Point yours at the settings of the start page.</p>}
          </Empty>
        ) : (
          <LogList
            label="Requests"
            items={shown}
            keyOf={({ id }) => id}
            hrefOf={({ id }) => `${place.base}/requests/${encodeURIComponent(id)}`}
          >
            {({ time, method, path, operation, status: code, ms, error }) => (
              <>
                <time class="soft nowrap small" datetime={time}>
                  {toTime(time)}
                </time>
                <span class="grow">
                  <span class="cut">
                    <strong>{method}</strong> {path}
                  </span>
                  <span class="soft small cut">{error ?? operation}</span>
                </span>
                <span class="soft small nowrap wide">{ms < 1 ? '< 1' : Math.round(ms)} ms</span>
                <StatusBadge status={code} />
              </>
            )}
          </LogList>
        )}
      </section>
    </div>
  );
}
