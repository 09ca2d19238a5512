import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Answer, Method } from '../../state/api.ts';
import { toCurl } from '../../state/api-call.ts';
import { useConsole } from '../../state/console.ts';
import { useLoaded } from '../../state/use-loaded.ts';
import type { LoggedBody, RequestEntry } from '../../state/wire.ts';
import { toTime } from '../../state/words.ts';
import { Copy } from '../../ui/copy.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import { LoadedView } from '../../ui/loaded-view.tsx';
import { PageHead, Problem } from '../../ui/parts.tsx';
import { Code } from '../../ui/scroll-region.tsx';
import { StatusBadge } from './status-badge.tsx';

/** One call: what was asked, what was answered, and which fields were wrong. */
export function RequestPage({ id = '' }: { id?: string }): JSX.Element {
  const { api } = useConsole();
  const loaded = useLoaded(id, 0, async (wanted): Promise<Answer<RequestEntry>> => {
    const answer = await api.control<{ request: RequestEntry }>('GET', `/requests/${encodeURIComponent(wanted)}`);
    return answer.ok ? { ok: true, data: answer.data.request } : answer;
  });
  return (
    <div class="page stack">
      <LoadedView id={id} loaded={loaded.value} title="Request">
        {(request) => <Request key={request.id} request={request} />}
      </LoadedView>
    </div>
  );
}

function Request({ request }: { request: RequestEntry }): JSX.Element {
  const { api, toasts } = useConsole();
  const problem = useSignal<string | undefined>(undefined);
  const body = toBody(request.request_body);
  const path = request.query === '' ? request.path : `${request.path}?${request.query.replace(/^\?/, '')}`;
  const method = request.method as Method;
  const replay = async (): Promise<void> => {
    const answer = await api.owner(method, path, body);
    if (answer.ok) {
      problem.value = undefined;
      toasts.say('Done again: it is the newest request.');
    } else problem.value = answer.message;
  };
  const curl = toCurl({ method, path, ...(body === undefined ? {} : { body }), clientMethod: '', origin: location.origin });
  const isApi = request.operation !== 'Token' && request.operation !== '';
  return (
    <>
      <PageHead
        title={`${request.method} ${request.operation || request.path}`}
        about={
          <span class="row">
            <StatusBadge status={request.status} />
            <span class="break">
              {toTime(request.time)}, {request.path}
            </span>
          </span>
        }
      >
        <span class="row">
          Copy as curl
          <Copy text={curl} what="the call as curl" />
        </span>
        {isApi && (
          <button type="button" class="button" disabled={request.request_body?.is_cut ?? false} onClick={replay}>
            Call again
          </button>
        )}
      </PageHead>
      <Problem message={problem.value ?? request.error} />
      {request.violations.length > 0 && (
        <section class="card stack-s" aria-labelledby="violations">
          <h2 id="violations">What was wrong</h2>
          <ul class="lines">
            {request.violations.map(({ field, description }, position) => (
              <li key={position}>
                <code class="break">{field}</code>
                <span class="grow break">{description}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <BodyCard title="Request" body={request.request_body} />
      <BodyCard title="Answer" body={request.response_body} />
      <section class="card stack-s" aria-labelledby="headers">
        <h2 id="headers">Headers</h2>
        <Code
          label="headers, line by line"
          text={Object.entries(request.headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join('\n')}
        />
      </section>
    </>
  );
}

function BodyCard({ title, body }: { title: string; body: LoggedBody | null }): JSX.Element {
  const value = toBody(body);
  return (
    <section class="card stack-s" aria-label={title}>
      <h2>{title}</h2>
      {body === null || body.text === '' ? (
        <p class="soft">Without a body.</p>
      ) : value === undefined ? (
        <>
          {body.is_cut && <p class="soft">The first part of {body.length.toLocaleString()} characters.</p>}
          <Code label={`${title}, as it came`} text={body.text} />
        </>
      ) : (
        <JsonView label={title} value={value} />
      )}
    </section>
  );
}

/** A whole body that is JSON; undefined for all others. */
function toBody(body: LoggedBody | null): unknown {
  if (!body || body.is_cut || body.text === '') return undefined;
  try {
    return JSON.parse(body.text);
  } catch {
    return undefined;
  }
}
