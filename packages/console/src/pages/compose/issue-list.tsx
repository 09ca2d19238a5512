import type { CheckIssue } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { toChannelName } from '../../state/words.ts';
import { Badge, type Tone } from '../../ui/parts.tsx';

const SHOWN = 30;

function toTone(severity: string): Tone {
  return severity === 'error' ? 'bad' : severity === 'warning' ? 'warn' : 'plain';
}

/** Everything that `checkSend` has to say. */
export function IssueList({ issues }: { issues: readonly CheckIssue[] }): JSX.Element {
  return (
    <section class="card stack-s" aria-labelledby="issues">
      <h2 id="issues">Check</h2>
      {issues.length === 0 ? (
        <p class="soft">Nothing to say: every channel takes it as it is.</p>
      ) : (
        <ul class="lines">
          {issues.slice(0, SHOWN).map(({ severity, channel, message, path }, position) => (
            <li key={position}>
              <Badge tone={toTone(severity)}>{channel ? toChannelName(channel) : severity}</Badge>
              <span class="grow break">
                {message}
                <code class="soft small">{path}</code>
              </span>
            </li>
          ))}
          {issues.length > SHOWN && <li class="soft">and {issues.length - SHOWN} more</li>}
        </ul>
      )}
    </section>
  );
}
