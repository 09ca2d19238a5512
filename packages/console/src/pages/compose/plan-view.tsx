import type { Explanation } from '@convapi/message-builder';
import type { JSX } from 'preact';
import { toChannelName } from '../../state/words.ts';
import { Badge, type Tone } from '../../ui/parts.tsx';

const OUTCOMES: Readonly<Record<Explanation['outcome'], { tone: Tone; text: string }>> = {
  sent: { tone: 'good', text: 'will be sent' },
  fails: { tone: 'warn', text: 'will be taken, and then fail' },
  refused: { tone: 'bad', text: 'will be refused' },
};

/** What `explain` says: which channel is tried first, and what is against it. */
export function PlanView({ explanation }: { explanation: Explanation }): JSX.Element {
  const { outcome, why, attempts, refusals } = explanation;
  return (
    <section class="card stack-s" aria-labelledby="plan">
      <div class="row">
        <h2 id="plan">Plan</h2>
        <Badge tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].text}</Badge>
      </div>
      <p class="soft">{why}</p>
      {refusals.map(({ what }, position) => (
        <p key={position} class="problem-box">
          {what}
        </p>
      ))}
      <ol class="lines">
        {attempts.map(({ channel, identity, rendered, sms, refusals: own }, position) => (
          <li key={position}>
            <span class="position">{position + 1}</span>
            <span class="grow">
              <strong>{toChannelName(channel)}</strong>
              <span class="soft small break">
                {identity} · {rendered.mode} · {sms ? `${sms.segments} SMS · ` : ''}
                {rendered.changes.length} changes
              </span>
              {own.map(({ what }, index) => (
                <span key={index} class="problem small">
                  {what}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
