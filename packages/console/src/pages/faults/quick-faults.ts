/** A rule for the control API. */
export interface Rule {
  effect: Record<string, unknown>;
  match?: Record<string, unknown>;
  share?: number;
  times?: number;
}

/** What is often tried: each is one switch. */
export const QUICK_FAULTS: readonly { name: string; about: string; rule: Rule }[] = [
  {
    name: 'Sends answer 503',
    about: 'The service says that it did not take the message: a client may send it again.',
    rule: { effect: { status: 503 }, match: { operation: 'Messages_SendMessage' } },
  },
  {
    name: 'Sends are cut off after they were taken',
    about: 'The connection is reset: the client cannot know whether the message is out.',
    rule: { effect: { reset: 'after' }, match: { operation: 'Messages_SendMessage' } },
  },
  { name: 'Too many calls', about: 'Every call answers 429, with a time to wait.', rule: { effect: { status: 429, retry_after_s: 2 } } },
  { name: 'Slow answers', about: 'Every answer is two seconds late.', rule: { effect: { latency_ms: 2_000 } } },
  { name: 'Tokens end', about: 'Every call ends its access token, as if it were revoked.', rule: { effect: { token: 'revoke' } } },
  { name: 'Callbacks come twice', about: 'Each is sent once more.', rule: { effect: { duplicate: 1 } } },
  { name: 'Callbacks are late', about: 'Each is ten seconds late, in the time of the emulator.', rule: { effect: { late_ms: 10_000 } } },
  { name: 'Callbacks are lost', about: 'None is sent.', rule: { effect: { lose: true } } },
  { name: 'Callbacks carry a wrong signature', about: 'Your program has to refuse them.', rule: { effect: { wrong_signature: true } } },
  {
    name: 'RCS is unplugged',
    about: 'Nobody is reached by RCS: the next channel is tried.',
    rule: { effect: { outage: 'RECIPIENT_NOT_REACHABLE' }, match: { channel: 'RCS' } },
  },
  {
    name: 'WhatsApp is silent',
    about: 'Messages are taken and never heard of again.',
    rule: { effect: { outage: 'silence' }, match: { channel: 'WHATSAPP' } },
  },
];

/** Are two rules the same, whatever they have done so far? */
export function isSameRule(one: Rule, other: Rule): boolean {
  const shape = ({ effect, match, share, times }: Rule): string =>
    JSON.stringify([sorted(effect), sorted(match ?? {}), share ?? 1, times ?? null]);
  return shape(one) === shape(other);
}

function sorted(fields: Record<string, unknown>): [string, unknown][] {
  return Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));
}
