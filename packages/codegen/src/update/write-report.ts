import { adviceFor, count, describeChange, some } from './describe-change.ts';
import type { DriftNote } from './drift-notes.ts';
import type { Judged } from './find-touches.ts';
import type { DocumentKind, OverlayAction } from './overlays.ts';
import type { SourceDocument } from './read-document.ts';
import { VENDOR_WORDS } from './spec-files.ts';
import type { CompileError } from './workspace.ts';
import { bumpsOf } from './write-changeset.ts';

export interface ReportInput {
  source: SourceDocument;
  document: DocumentKind;
  changes: Judged[];
  /** What our spec says beyond the new document. */
  kept: string[];
  overlays: OverlayAction[];
  /** Undefined when nothing was compiled. */
  errors: CompileError[] | undefined;
  /** Drift notes that the new document does not explain. */
  unexplained: DriftNote[];
  /** Files below the repository that change. */
  files: string[];
  reason: string | undefined;
}

const HEADINGS = { major: 'Breaking', minor: 'Additions and other changes', patch: 'Small changes' } as const;

/** `spec-diff.md`: everything that an update found, the most pressing first. */
export function writeReport(input: ReportInput): string {
  const { source, document, changes, reason } = input;
  const seen = changes.filter((change) => change.seen !== undefined).sort((a, b) => (b.seen ?? 0) - (a.seen ?? 0));
  return [
    `# What changed in the ${document} document`,
    '',
    `\`${source.name}\` (OpenAPI ${source.version}, SHA-256 \`${source.hash.slice(0, 16)}…\`) against \`spec/\`, by \`pnpm spec:update\`.`,
    '',
    ...bumpTable(changes),
    ...(reason === undefined ? [] : ['', `Breaking changes were accepted because: ${reason}`]),
    ...section('Met in production', seen, (change) => `met ${count(change.seen ?? 0, 'time')}. ${sentence(change)}`),
    ...(['major', 'minor', 'patch'] as const).flatMap((level) =>
      section(
        HEADINGS[level],
        changes.filter((change) => change.level === level && change.seen === undefined),
        sentence,
      ),
    ),
    ...errorSection(input.errors),
    ...section(
      'Still unknown, though production has met it',
      input.unexplained,
      ({ kind, where, count: met }) => `${kind} \`${where}\`, ${count(met, 'time')}`,
    ),
    ...section('Corrected by overlays', input.overlays, ({ target, reason: why, place }) => `\`${target}\`: ${why} (${place})`),
    ...section('Kept, although the document says nothing about it', input.kept, (one) => one),
    ...todoSection(changes),
    ...section('Files', input.files, (file) => `\`${file}\``),
    '',
  ].join('\n');
}

function bumpTable(changes: Judged[]): string[] {
  const bumps = bumpsOf(changes);
  if (bumps.size === 0) return ['Nothing that a package would have to say.'];
  const rows: [string, string][] = [
    ['package', 'level'],
    ...[...bumps].map(([name, level]): [string, string] => [`\`@convapi/${name}\``, level]),
  ];
  // as wide as the formatter of this repository wants it
  const width = Math.max(...rows.map(([name]) => name.length));
  const [head, ...body] = rows.map(([name, level]) => `| ${name.padEnd(width)} | ${level} |`);
  return [head ?? '', `| ${'-'.repeat(width)} | ----- |`, ...body];
}

function section<T>(title: string, items: T[], write: (item: T) => string): string[] {
  return items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${write(item)}`)];
}

function sentence(change: Judged): string {
  const { methods, builders, events, routes, sides } = change;
  const direction = sides.request && sides.response ? 'sent and received' : sides.request ? 'sent' : sides.response ? 'received' : '';
  const parts = [
    direction,
    methods.length > 0 ? `methods ${some(methods)}` : '',
    builders.length > 0 ? `builders ${some(builders)}` : '',
    events.length > 0 ? `events ${some(events)}` : '',
    routes.length > 0 ? `emulator ${some(routes, 3)}` : '',
  ].filter((part) => part !== '');
  return `${describeChange(change)} ${adviceFor(change)}`.trimEnd() + (parts.length > 0 ? `\n  - ${parts.join('; ')}` : '');
}

function errorSection(errors: CompileError[] | undefined): string[] {
  if (errors === undefined) return [];
  return section(
    'Hand-written code that no longer compiles',
    errors,
    ({ file, line, message }) => `\`${line > 0 ? `${file}:${line}` : file}\` ${message}`,
  );
}

/** What a person has to do after the update. */
function todoSection(changes: Judged[]): string[] {
  const has = (kind: string) => changes.some((change) => change.kind === kind);
  const steps = [
    ...(changes.some(({ kind }) => /^(operation|webhook|schema|property|parameter)\.added/.test(kind))
      ? [`Put new texts in our own words: look for "${VENDOR_WORDS.trim()}" in \`spec/\`.`]
      : []),
    ...(has('operation.added')
      ? [
          'Decide on `x-retry` of new operations that send, write their code in the emulator, and renew its table: `npx pnpm --filter @convapi/emulator run write:coverage`.',
        ]
      : []),
    ...(has('webhook.added') ? ['Let the emulator fire the new webhooks.'] : []),
    ...(changes.length > 0 ? ['Renew the reports of the public types: `npm run api:update`.'] : []),
    ...(has('security.changed') || has('server.changed') ? ['Check `@convapi/auth` and the hosts of `@convapi/client` by hand.'] : []),
  ];
  return section('To do by hand', steps, (step) => step);
}
