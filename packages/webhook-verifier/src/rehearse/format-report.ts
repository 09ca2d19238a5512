import type { RehearsalCheck, RehearsalGroup, RehearsalReport } from './report.ts';

/**
 * The report as text for people: a line a check, details of each miss, the score, and what to change.
 *
 * @example
 * ```ts
 * import { formatReport, rehearse } from '@convapi/webhook-verifier/rehearse';
 *
 * console.log(formatReport(await rehearse({ url: 'http://localhost:3000/webhook', secret: 'my-secret' })));
 * ```
 */
export function formatReport(report: RehearsalReport): string {
  const lines = [`Rehearsal of ${report.url}`];
  for (const [group, heading] of Object.entries(headings())) {
    const checks = report.checks.filter((check) => check.group === group);
    if (checks.length > 0) lines.push('', heading, ...checks.flatMap(describeCheck));
  }
  lines.push('', `Score: ${report.passed} of ${report.total} (${report.score} %)`);
  if (!report.takesGenuine) lines.push('It refused a plain genuine callback, so what it refused after that proves nothing yet.');
  lines.push(...describeAdvice(report));
  return `${lines.join('\n')}\n`;
}

function headings(): Record<RehearsalGroup, string> {
  return {
    genuine: 'Takes what the service sends',
    bytes: 'Verifies the bytes, not what a parser made of them',
    time: 'Knows stale from fresh',
    replay: 'Handles a repetition once',
    forged: 'Refuses forgeries',
    headers: 'Refuses signature headers that are missing, broken or doubled',
    robust: 'Stands what it did not expect',
    speed: 'Answers in time',
  };
}

function describeCheck({ title, passed, sent, expected, received, fix }: RehearsalCheck): string[] {
  if (passed) return [`  ✓ ${title} (expected ${expected}, came ${received})`];
  return [
    `  ✗ ${title}`,
    `      sent      ${sent}`,
    `      expected  ${expected}`,
    `      received  ${received}`,
    `      fix       ${fix ?? ''}`,
  ];
}

function describeAdvice({ advice }: RehearsalReport): string[] {
  if (advice.length === 0) return ['Every check passed.'];
  const items = advice.flatMap(({ fix, checks }, index) => [`  ${index + 1}. ${fix}`, `     mends ${checks.length}: ${checks.join(', ')}`]);
  return ['', 'What to change, most effective first', ...items];
}
