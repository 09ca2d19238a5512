// Reads what "pnpm audit --json" wrote and says as Markdown what is unsafe. Exit code: 0 nothing, 10 something, 1 when the
// registry did not answer, which says nothing about safety.
import { readFileSync } from 'node:fs';
import { argv, exit } from 'node:process';

/** Issues hold 65,536 characters. */
const MOST_SHOWN = 100;

const report = parse(readFileSync(argv[2] ?? '', 'utf8'));
if (report === undefined || typeof report.advisories !== 'object' || report.advisories === null) {
  console.log(`The registry did not answer: ${report?.error?.message ?? 'its answer is no report'}.`);
  exit(1);
}
const found = Object.values(report.advisories);
if (found.length === 0) {
  console.log('Nothing is known to be unsafe.');
  exit(0);
}
for (const { severity, module_name: name, title, url, patched_versions: patched } of found.slice(0, MOST_SHOWN)) {
  console.log(`- **${severity}** \`${name}\`: ${title}. Mended in ${patched}. ${url}`);
}
if (found.length > MOST_SHOWN) console.log(`- and ${found.length - MOST_SHOWN} more`);
exit(10);

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
