import type { Range } from '../range.ts';
import type { RehearsalGroup } from '../report.ts';
import { type Answer, isAnswered, type Shot } from '../sending/shot.ts';
import type { Expectation } from './expectation.ts';
import { type Fixes, findFix } from './find-fix.ts';

/** What came of a check. */
export interface Verdict {
  passed: boolean;
  received: string;
  fix?: string;
}

/** One thing to try. */
export interface Check {
  id: string;
  group: RehearsalGroup;
  title: string;
  sent: string;
  expected: string;
  run(range: Range): Promise<Verdict>;
}

/** A check of a single request. */
export interface ShotCheck extends Omit<Check, 'expected' | 'run'>, Fixes {
  expect: Expectation;
  /** Is a connection that breaks as good as a refusal? */
  mayClose?: boolean;
  shot(range: Range): Promise<Shot>;
}

/** The check of a single request. */
export function checkShot(check: ShotCheck): Check {
  const { id, group, title, sent, expect, mayClose = false } = check;
  return {
    ...{ id, group, title, sent },
    expected: describeExpectation(expect, mayClose),
    run: async (range) => judge(range, await range.send(await check.shot(range)), expect, check, mayClose),
  };
}

/** Is the answer what was expected, and if not, what mends it? */
export function judge(range: Range, answer: Answer, expect: Expectation, fixes: Fixes, mayClose = false): Verdict {
  const received = describeAnswer(range, answer);
  const passed = isAnswered(answer) ? isExpected(answer.status, expect) : mayClose && answer.failure === 'closed';
  return passed ? { passed, received } : { passed, received, fix: findFix(range, answer, expect, fixes) };
}

export function describeExpectation(expect: Expectation, mayClose = false): string {
  const statuses = { accepted: '2xx', refused: '4xx', answered: '2xx or 4xx' }[expect];
  return mayClose ? `${statuses}, or a closed connection` : statuses;
}

/** The answer on one line. It may come from anywhere: what would steer a terminal or hold the secret is taken out. */
export function describeAnswer(range: Range, answer: Answer): string {
  if (!isAnswered(answer)) return `no answer: ${answer.failure} (${answer.detail})`;
  const masked = answer.body.replaceAll(range.secret, '***');
  const line = masked.replaceAll(/[\s\p{C}]+/gu, ' ').trim();
  return `${answer.status} ${line.length > 120 ? `${line.slice(0, 120)}…` : line}`.trim();
}

function isExpected(status: number, expect: Expectation): boolean {
  const accepted = status >= 200 && status < 300;
  // 429 says nothing about the callback: a rate limit must not pass for a verification.
  const refused = status >= 400 && status < 500 && status !== 429;
  return { accepted, refused, answered: accepted || refused }[expect];
}
