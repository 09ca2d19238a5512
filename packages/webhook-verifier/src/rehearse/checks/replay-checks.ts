import type { Range, Sent } from '../range.ts';
import { type Answer, isAccepted, isAnswered, type Shot } from '../sending/shot.ts';
import { type Check, describeAnswer, judge, type Verdict } from './check.ts';

const MEMORY_FIX =
  'Remember nonces: claim the signature (or nonce and timestamp) of each verified callback in one atomic step, for twice the tolerance, ' +
  'and do not handle it again (Redis SET NX PX, or INSERT … ON CONFLICT DO NOTHING). ' +
  'Answer the repetition 2xx with another body, so that it can be told apart, or let --handled-url count what you handled.';
const ANSWER_FIX = 'Answer 2xx to a repetition that you handled before: the service repeats what gets no 2xx.';
const FIRST_FIX = 'The callback itself must be taken before a repetition can be recognised: see the checks above.';

/** The service delivers at least once, and whoever recorded a callback can send it again. */
export function replayChecks(): Check[] {
  return [
    replayCheck('at-once', 'handles a repetition once', 'one signed callback twice, one after the other', sendAgain),
    replayCheck('at-the-same-time', 'handles it once when both come together', 'one signed callback twice, at the same time', sendTogether),
    replayCheck('after-others', 'remembers it after many others', 'the first callback of this rehearsal once more', sendFirstAgain),
    {
      ...{ id: 'replay:answer', group: 'replay', title: 'answers 2xx to a repetition', sent: 'one signed callback twice' },
      expected: '2xx, so that the service stops repeating',
      async run(range) {
        const { first, second } = await sendAgain(range);
        if (!isAccepted(first)) return notTaken(range, first);
        return judge(range, second, 'accepted', { fix: ANSWER_FIX, crashFix: ANSWER_FIX });
      },
    },
  ];
}

interface Pair {
  first: Answer;
  second: Answer;
  /** How many of the two were handled, when the receiver can tell. */
  handled: number | undefined;
  /** How many should be. */
  wanted: number;
}

function replayCheck(name: string, title: string, sent: string, send: (range: Range) => Promise<Pair>): Check {
  const expected = 'an answer that differs from the first, or a count of one';
  return { id: `replay:${name}`, group: 'replay', title, sent, expected, run: async (range) => judgePair(range, await send(range)) };
}

async function judgePair(range: Range, pair: Pair): Promise<Verdict> {
  const { first, second } = pair;
  // Of two sent together either may be the one that is handled.
  const [taken, repeated] = isAccepted(first) ? [first, second] : [second, first];
  if (!isAccepted(taken)) return notTaken(range, first);
  const received = `${describeAnswer(range, first)}, then ${describeAnswer(range, second)}`;
  if (!isAnswered(repeated) || repeated.status >= 500) return { ...judge(range, repeated, 'answered', { fix: MEMORY_FIX }), received };
  if (pair.handled !== undefined) {
    const counted = `${received}; handled ${pair.handled}`;
    return pair.handled === pair.wanted ? { passed: true, received: counted } : { passed: false, received: counted, fix: MEMORY_FIX };
  }
  return (await isToldApart(range, first, second)) ? { passed: true, received } : { passed: false, received, fix: MEMORY_FIX };
}

/** Differing answers prove it only where answers to fresh callbacks are alike: some hold an id or the time. */
async function isToldApart(range: Range, first: Answer, second: Answer): Promise<boolean> {
  if (!isAnswered(first) || !isAnswered(second)) return false;
  if (first.status !== second.status) return true;
  const fresh = await range.send(await range.message('Hello, not again'));
  return first.body !== second.body && isAnswered(fresh) && [first.body, second.body].includes(fresh.body);
}

async function sendAgain(range: Range): Promise<Pair> {
  const shot = await range.message('Once only, please');
  return repeat(range, { shot, answer: await range.send(shot) });
}

async function sendFirstAgain(range: Range): Promise<Pair> {
  return range.first ? repeat(range, range.first) : sendAgain(range);
}

async function repeat(range: Range, { shot, answer }: Sent): Promise<Pair> {
  const [second, handled] = await counting(range, () => range.send(shot));
  return { first: answer, second, handled, wanted: 0 };
}

async function sendTogether(range: Range): Promise<Pair> {
  const shot: Shot = await range.message('Once only, even now');
  const [[first, second], handled] = await counting(range, () => Promise.all([range.send(shot), range.send(shot)]));
  return { first, second, handled, wanted: 1 };
}

async function counting<T>(range: Range, work: () => Promise<T>): Promise<[T, number | undefined]> {
  const before = await range.handled?.();
  const result = await work();
  const after = await range.handled?.();
  return [result, before === undefined || after === undefined ? undefined : after - before];
}

function notTaken(range: Range, answer: Answer): Verdict {
  return { ...judge(range, answer, 'accepted', { fix: FIRST_FIX }), passed: false };
}
