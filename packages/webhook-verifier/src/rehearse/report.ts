/** What a check is about. */
export type RehearsalGroup = 'genuine' | 'bytes' | 'time' | 'replay' | 'forged' | 'headers' | 'robust' | 'speed';

/** One thing that was tried. */
export interface RehearsalCheck {
  /** Stays the same between versions, e.g. `bytes:pretty-printed`. */
  id: string;
  group: RehearsalGroup;
  /** What a right receiver does, as a sentence without its subject. */
  title: string;
  passed: boolean;
  sent: string;
  expected: string;
  received: string;
  /** What to change; absent when it passed. */
  fix?: string;
}

/** A change that mends one or several checks. */
export interface RehearsalAdvice {
  fix: string;
  /** Ids of the checks it mends. */
  checks: string[];
}

/** What {@link rehearse} found. Holds no secret. */
export interface RehearsalReport {
  /** The target, without its query. */
  url: string;
  /** When it began, RFC 3339. */
  startedAt: string;
  /** Did every check pass? */
  ok: boolean;
  passed: number;
  total: number;
  /** Passed checks of a hundred, rounded down: 100 only when every check passed. */
  score: number;
  /** Was the plainest genuine callback taken? If not, refusals prove nothing yet: the receiver may refuse everything. */
  takesGenuine: boolean;
  checks: RehearsalCheck[];
  /** What to change, most effective first. Empty when every check passed. */
  advice: RehearsalAdvice[];
}

/** The report of these checks. */
export function toReport(url: string, startedAt: number, takesGenuine: boolean, checks: RehearsalCheck[]): RehearsalReport {
  const passed = checks.filter((check) => check.passed).length;
  return {
    url,
    startedAt: new Date(startedAt).toISOString(),
    ok: passed === checks.length,
    passed,
    total: checks.length,
    score: Math.floor((passed / checks.length) * 100),
    takesGenuine,
    checks,
    advice: gatherAdvice(checks),
  };
}

function gatherAdvice(checks: RehearsalCheck[]): RehearsalAdvice[] {
  const byFix = new Map<string, string[]>();
  for (const { id, fix } of checks) {
    if (fix !== undefined) byFix.set(fix, [...(byFix.get(fix) ?? []), id]);
  }
  const advice = [...byFix].map(([fix, ids]) => ({ fix, checks: ids }));
  return advice.sort((a, b) => b.checks.length - a.checks.length);
}
