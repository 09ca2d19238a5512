import { acceptanceName } from './acceptances.ts';
import type { Change } from './changes.ts';
import { adviceFor, code, count, describeChange, some } from './describe-change.ts';
import type { DocumentKind } from './document-kinds.ts';
import type { DriftNote } from './drift-notes.ts';
import type { Judged, PackageName } from './find-touches.ts';
import type { OverlayAction } from './overlays.ts';
import type { SourceDocument } from './read-document.ts';
import type { Level } from './rules.ts';
import { VENDOR_WORDS } from './spec-files.ts';
import { type CompileError, isGenerated } from './workspace.ts';
import { levelsOf } from './write-changeset.ts';

export interface ReportInput {
  source: SourceDocument;
  document: DocumentKind;
  /** The most pressing first. */
  changes: Judged[];
  /** What our spec says and the new document leaves open. */
  silent: Change[];
  /** Parts of the API that the document does not speak of. */
  unspoken: string[];
  overlays: OverlayAction[];
  acceptances: Map<string, string>;
  /** Undefined when nothing was compiled. */
  errors: CompileError[] | undefined;
  /** Drift notes that the new document does not explain. */
  unexplained: DriftNote[];
  bumps: Map<PackageName, Level>;
  /** Files below the repository that change. */
  files: Map<string, unknown>;
  reason: string | undefined;
  exitCode: 0 | 10 | 20;
  written: boolean;
}

const HEADINGS = { major: 'Breaking', minor: 'Additions and other changes', patch: 'Small changes' } as const;

/** How many breaking changes the beginning of a report names. */
const MOST_SHOWN = 10;

/** `spec-diff.md`: what an update found, in short, then everything, the most pressing first. */
export function writeReport(input: ReportInput): string {
  const { changes, errors = [] } = input;
  const seen = changes.filter((change) => change.seen !== undefined).sort((a, b) => (b.seen ?? 0) - (a.seen ?? 0));
  const stale = [...input.acceptances].filter(([name]) => !changes.some((change) => acceptanceName(change) === name));
  const isPlace = ({ file, line, message }: CompileError) => `\`${line > 0 ? `${file}:${line}` : file}\` ${message}`;
  return [
    ...beginning(input),
    ...section('Generated code that does not compile', errors.filter(isGenerated), isPlace),
    ...section('Met in production', seen, (change) => `met ${count(change.seen ?? 0, 'time')}. ${sentence(change)}`),
    ...(['major', 'minor', 'patch'] as const).flatMap((level) =>
      section(
        HEADINGS[level],
        changes.filter((change) => change.level === level && change.seen === undefined),
        sentence,
      ),
    ),
    ...section(
      'Hand-written code that no longer compiles',
      errors.filter((one) => !isGenerated(one)),
      isPlace,
    ),
    ...section(
      'Still unknown, though production has met it',
      input.unexplained,
      ({ kind, where, count: met }) => `${kind} \`${where}\`, ${count(met, 'time')}`,
    ),
    ...section('Corrected by overlays', input.overlays, ({ target, reason: why, place }) => `\`${target}\`: ${why} (${place})`),
    ...section('What the document itself has wrong', input.source.warnings, (one) => one),
    ...section('Not spoken of: nothing there was removed', input.unspoken, (one) => one),
    ...section(
      'Kept, although the document says nothing about it',
      input.silent,
      ({ where, before }) => `\`${where}\`: ${before ?? 'as it is'}`,
    ),
    ...section('Accepted in `spec/accepted.yaml`, but not found: delete the entries', stale, ([name, why]) => `\`${name}\`: ${why}`),
    ...section('Files', [...input.files.keys()].sort(), (file) => `\`${file}\``),
    '',
  ].join('\n');
}

/** The beginning of the report: enough to decide on a pull request. */
export function shortReport(input: ReportInput): string {
  const breaking = input.changes.filter(({ level }) => level === 'major');
  const rest = breaking.length - MOST_SHOWN;
  const first = section('The first breaking changes', breaking.slice(0, MOST_SHOWN), (change) =>
    `${describeChange(change)} ${adviceFor(change)}`.trimEnd(),
  );
  return [...beginning(input), ...first, ...(rest > 0 ? ['', `${rest} more are in the report.`] : []), ''].join('\n');
}

function beginning(input: ReportInput): string[] {
  const { source, document, changes, reason } = input;
  return [
    `# What changed in the ${document} document`,
    '',
    `**${verdict(input)}**`,
    '',
    `${code(source.name)} (OpenAPI ${source.version}, SHA-256 \`${source.hash.slice(0, 16)}…\`) against \`spec/\`, by \`pnpm spec:update\`.`,
    ...section('What to do', todos(input), (one) => one),
    ...bumpTable(input),
    ...section('In numbers', numbers(changes), (one) => one),
    ...(reason === undefined ? [] : ['', `Breaking changes were accepted because: ${reason}`]),
  ];
}

/** What was found and done, in one or two sentences. */
export function verdict({ exitCode, changes, errors, written, reason }: ReportInput): string {
  if (exitCode === 0) return 'Nothing changed.';
  const breaking = changes.filter(({ level }) => level === 'major').length;
  const broken = (errors ?? []).filter(isGenerated).length;
  const places = errors === undefined ? '' : `; ${count(errors.length - broken, 'place')} of hand-written code no longer compile`;
  const found = `${count(changes.length, 'change')}, ${breaking} of them breaking${places}${broken > 0 ? `; ${count(broken, 'place')} of generated code do not compile` : ''}.`;
  if (written) return `${found} Written.`;
  if (exitCode === 20 && reason === undefined) return `${found} Nothing was written: breaking changes want a reason.`;
  return `${found} Nothing was written: this was a rehearsal, --write does it.`;
}

function numbers(changes: Judged[]): string[] {
  const counts = new Map<string, number>();
  for (const { kind, level } of changes)
    counts.set(`${HEADINGS[level].toLowerCase()}: ${kind}`, (counts.get(`${HEADINGS[level].toLowerCase()}: ${kind}`) ?? 0) + 1);
  const isBreaking = (name: string) => Number(name.startsWith('breaking'));
  return [...counts].sort(([a, m], [b, n]) => isBreaking(b) - isBreaking(a) || n - m).map(([name, number]) => `${number} × ${name}`);
}

function bumpTable({ changes, bumps }: ReportInput): string[] {
  if (bumps.size === 0) return ['', 'Nothing that a package would have to say.'];
  const levels = levelsOf(changes);
  const rows: [string, string][] = [
    ['package', 'level'],
    ...[...bumps].map(([name, bump]): [string, string] => [
      `\`@convapi/${name}\``,
      levels.get(name) === bump ? bump : `${bump} (breaking, below 1.0)`,
    ]),
  ];
  // as wide as the formatter of this repository wants it
  const [width, second] = [0, 1].map((column) => Math.max(...rows.map((row) => row[column as 0 | 1].length))) as [number, number];
  const [head, ...body] = rows.map(([name, level]) => `| ${name.padEnd(width)} | ${level.padEnd(second)} |`);
  return ['', head ?? '', `| ${'-'.repeat(width)} | ${'-'.repeat(second)} |`, ...body];
}

function section<T>(title: string, items: T[], write: (item: T) => string): string[] {
  return items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${write(item)}`)];
}

function sentence(change: Judged): string {
  const { methods, builders, events, routes, sides, accepted } = change;
  const direction = sides.request && sides.response ? 'sent and received' : sides.request ? 'sent' : sides.response ? 'received' : '';
  const parts = [
    direction,
    methods.length > 0 ? `methods ${some(methods)}` : '',
    builders.length > 0 ? `builders ${some(builders)}` : '',
    events.length > 0 ? `events ${some(events)}` : '',
    routes.length > 0 ? `emulator ${some(routes, 3)}` : '',
    accepted === undefined ? '' : `accepted: ${accepted}`,
  ].filter((part) => part !== '');
  return `${describeChange(change)} ${adviceFor(change)}`.trimEnd() + (parts.length > 0 ? `\n  - ${parts.join('; ')}` : '');
}

/** What a person has to do, first things first. */
function todos({ changes, errors = [], exitCode, reason, silent, unspoken }: ReportInput): string[] {
  const has = (kind: string) => changes.some((change) => change.kind === kind);
  const some = (what: boolean, step: string): string[] => (what ? [step] : []);
  return [
    ...some(
      errors.some(isGenerated),
      'Mend the generator in `packages/codegen`, or correct the document with an overlay: generated code does not compile.',
    ),
    ...some(has('unclassified'), 'Look at what is `unclassified`, and write a rule for it.'),
    ...some(
      exitCode === 20 && reason === undefined,
      'Read "Breaking". Where the vendor is wrong, write an overlay in `spec/overlays`; where it is right, accept the change in `spec/accepted.yaml`, or all with `--accept-breaking "reason"`.',
    ),
    ...some(unspoken.length > 0, 'Look at "Not spoken of": if the vendor has ended it, remove it from `spec/` by hand.'),
    ...some(
      silent.length > 0 && changes.length > 0,
      'Look through "Kept" once: what the vendor never said and no longer says look alike the first time.',
    ),
    ...some(
      changes.some(({ kind }) => /^(operation|webhook|schema|property|parameter)\.added/.test(kind)),
      `Put new texts in our own words: look for "${VENDOR_WORDS.trim()}" in \`spec/\`.`,
    ),
    ...some(
      has('operation.added'),
      'Decide on `x-retry` of new operations that send, write their code in the emulator, and renew its table: `npx pnpm --filter @convapi/emulator run write:coverage`.',
    ),
    ...some(has('webhook.added'), 'Let the emulator fire the new webhooks.'),
    ...some(errors.length > 0, 'Mend the places under "Hand-written code that no longer compiles".'),
    ...some(changes.length > 0, 'Renew the reports of the public types: `npm run api:update`.'),
    ...some(
      changes.some(({ kind }) => /^security|^server|\.(host|security)$/.test(kind)),
      'Check `@convapi/auth` and the hosts of `@convapi/client` by hand.',
    ),
  ];
}
