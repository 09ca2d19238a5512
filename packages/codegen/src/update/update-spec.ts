import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateCode, generatePostman } from '../generate-files.ts';
import { loadSpec, type Spec } from '../load-spec.ts';
import { writeFiles } from '../write-files.ts';
import { acceptanceName, readAcceptances } from './acceptances.ts';
import { applyChanges, oursForm, pruneSchemas } from './apply-changes.ts';
import type { Change } from './changes.ts';
import { checkIds } from './check-ids.ts';
import { type Comparison, compareDocuments } from './compare-documents.ts';
import { derivedChanges } from './derived-changes.ts';
import { detectDocument } from './detect-document.ts';
import { type DocumentForm, documentForm } from './document-form.ts';
import type { DocumentKind } from './document-kinds.ts';
import { type DriftNote, rankByDrift, readDriftNotes } from './drift-notes.ts';
import { type Judged, judgeChanges } from './find-touches.ts';
import type { JsonObject } from './json.ts';
import { lintDocument } from './lint-document.ts';
import { generatorName, LOCK_FILE, writeLock } from './lock-file.ts';
import { normalise } from './normalise.ts';
import { applyOverlays, type OverlayAction, readOverlays } from './overlays.ts';
import { readDocument, type SourceDocument } from './read-document.ts';
import { highest, type Level } from './rules.ts';
import { UpdateError } from './update-error.ts';
import { readPrevious, vendorFile, vendorText } from './vendor-documents.ts';
import { type CompileError, createWorkspace, isGenerated, put, type Workspace } from './workspace.ts';
import { bumpsOf, writeChangeset } from './write-changeset.ts';
import { type ReportInput, writeReport } from './write-report.ts';

export interface UpdateOptions {
  /** Folder of the repository. */
  repository: string;
  /** The newer document. */
  file: string;
  /** Which of the vendor's documents it is. Default: told by its servers and operations. */
  document?: DocumentKind | undefined;
  /** Change the repository. Default: try it in a copy and tell. */
  write?: boolean;
  /** Why breaking changes may be written. */
  acceptBreaking?: string | undefined;
  /** Keep the old names of renamed types as deprecated aliases. */
  aliases?: boolean;
  /** File of drift notes. */
  drift?: string | undefined;
  /** Packages whose hand-written code is compiled against the new types. Default: all; none to leave it out. */
  compile?: string[] | undefined;
}

export interface UpdateResult extends ReportInput {
  /** 0 nothing, 10 compatible, 20 breaking. */
  exitCode: 0 | 10 | 20;
  level: Level | undefined;
  /** Files below the repository that change, with their new content; undefined for those that go. */
  files: Map<string, string | undefined>;
  /** Text of the changeset and of `spec-diff.md`. */
  changeset: string;
  report: string;
  /** Whether the repository was changed. */
  written: boolean;
}

/**
 * Brings `spec/` up to a newer document, regenerates, and says what that means for whom.
 *
 * @throws UpdateError when the document, an overlay or the drift notes are wrong, or a change cannot be followed.
 */
export async function updateSpec(options: UpdateOptions): Promise<UpdateResult> {
  const { repository } = options;
  const notes = options.drift === undefined ? [] : await readDriftNotes(options.drift);
  const acceptances = await readAcceptances(repository);
  const before = await loadSpec(join(repository, 'spec'));
  const incoming = await readIncoming(options, before);
  const { document, theirs, source } = incoming;
  const ours = oursForm(before, document);
  const previous = await readPrevious(repository, document);
  const comparison = compareDocuments(document, ours, documentForm(theirs), previous);
  checkIds(comparison.changes, ours);
  const trial = { ...incoming, comparison, before, previous, notes, acceptances };
  const kept = new Map([
    [LOCK_FILE, await writeLock(repository, document, source, await generatorName())],
    [vendorFile(document), vendorText(incoming.content)],
  ]);
  if (comparison.changes.length === 0) return nothing(options, trial, kept);
  const workspace = await createWorkspace(repository, { withTests: options.compile?.length !== 0 });
  try {
    return await tryOut(options, trial, kept, workspace);
  } finally {
    await workspace.remove();
  }
}

interface Incoming {
  source: SourceDocument;
  document: DocumentKind;
  /** With the overlays applied. */
  content: JsonObject;
  theirs: ReturnType<typeof normalise>;
  overlays: OverlayAction[];
}

async function readIncoming({ file, repository, document: wanted }: UpdateOptions, before: Spec): Promise<Incoming> {
  const source = await readDocument(file);
  // overlays may add what is missing, so the document is read without them first only to know which it is
  const document =
    wanted ?? detectDocument(source.name, documentForm(normalise(source.name, source.content)), (kind) => oursForm(before, kind));
  const overlays = await readOverlays(join(repository, 'spec/overlays'), document);
  const content = applyOverlays(source.content, overlays);
  source.warnings.push(...(await lintDocument(source.name, content)));
  return { source, document, overlays, content, theirs: normalise(source.name, content) };
}

interface Trial extends Incoming {
  comparison: Comparison;
  before: Spec;
  previous: DocumentForm | undefined;
  notes: DriftNote[];
  acceptances: Map<string, string>;
}

async function tryOut(options: UpdateOptions, trial: Trial, kept: Map<string, string>, workspace: Workspace): Promise<UpdateResult> {
  const { comparison, document, theirs, before, previous, source, acceptances } = trial;
  const aliases = options.aliases ?? false;
  const after = await applyChanges(comparison, { folder: workspace.spec, before, document, theirs, previous, aliases });
  await pruneSchemas(workspace.spec, before, after);
  await writeFiles(workspace.packages, await generate(after));
  const stuck = [...(await renewPostman(workspace.packages, after)), ...(await workspace.deriveTables())];

  const found = [...withAliases(comparison.changes, aliases), ...derivedChanges(document, before, after, comparison.renames)];
  const changes = await judgeChanges(found, before, after, workspace.packages);
  for (const change of changes) change.accepted = acceptances.get(acceptanceName(change));
  const unexplained = rankByDrift(changes, trial.notes, after);
  changes.sort(byPressure);
  const errors = [...stuck, ...(options.compile?.length === 0 ? [] : await workspace.compile(options.compile))].sort(byReach);

  const level = highest(changes.map((change) => change.level));
  // what does not compile is not compatible, whatever the rules say
  const breaking = level === 'major' || errors.some(isGenerated);
  const isAccepted = !errors.some(isGenerated) && changes.every((change) => change.level !== 'major' || change.accepted !== undefined);
  const reason =
    options.acceptBreaking ?? (breaking && isAccepted ? 'each breaking change is accepted by itself in spec/accepted.yaml' : undefined);
  const bumps = bumpsOf(changes, workspace.packages);
  const changeset = writeChangeset(changes, { bumps, reason });
  const files = await changedFiles(options.repository, workspace.folder);
  for (const [name, text] of kept) files.set(name, text);
  files.set(`.changeset/spec-${source.hash.slice(0, 12)}.md`, changeset);
  const written = Boolean(options.write) && (!breaking || reason !== undefined);
  const input: ReportInput = { ...told(trial), changes, errors, unexplained, bumps, reason, exitCode: breaking ? 20 : 10, written, files };
  const report = writeReport(input);
  files.set('spec-diff.md', report);
  if (written) await writeAll(options.repository, files);
  return { ...input, exitCode: breaking ? 20 : 10, level, files, changeset, report, written };
}

function told({ source, document, overlays, comparison: { silent, unspoken }, acceptances }: Trial) {
  return { source, document, overlays, silent, unspoken, acceptances };
}

/** Nothing differs; with `write` the lock still learns which document that was. */
async function nothing(options: UpdateOptions, trial: Trial, kept: Map<string, string>): Promise<UpdateResult> {
  const files = new Map<string, string | undefined>();
  for (const [name, text] of kept) {
    const current = await readFile(join(options.repository, name), 'utf8').catch(() => undefined);
    if (current !== text) files.set(name, text);
  }
  const written = Boolean(options.write) && files.size > 0;
  const unexplained = rankByDrift([], trial.notes, trial.before);
  const input = {
    ...told(trial),
    changes: [],
    errors: undefined,
    unexplained,
    bumps: new Map(),
    reason: undefined,
    exitCode: 0 as const,
    written,
    files,
  };
  if (options.write) await writeAll(options.repository, files);
  return { ...input, level: undefined, changeset: '', report: writeReport(input) };
}

/** Generated code first, then what people install, then its tests. */
function byReach(a: CompileError, b: CompileError): number {
  return Number(isGenerated(b)) - Number(isGenerated(a)) || Number(a.file.includes('/test/')) - Number(b.file.includes('/test/'));
}

function withAliases(changes: Change[], aliases: boolean): Change[] {
  if (!aliases) return changes;
  return changes.map((change) => (change.kind === 'schema.renamed' ? { ...change, kind: 'schema.renamed-with-alias' } : change));
}

async function generate(spec: Spec): Promise<Map<string, string>> {
  try {
    return await generateCode(spec);
  } catch (cause) {
    const message = (cause as Error).message.replace(/^\[@convapi\/codegen\] /, '');
    throw new UpdateError(`the generator cannot follow the new document: ${message} Correct it with an overlay.`, { cause });
  }
}

/** The collection walks through operations chosen by hand; when one is gone, a person has to choose again. */
async function renewPostman(packages: string, spec: Spec): Promise<CompileError[]> {
  try {
    await writeFiles(packages, generatePostman(spec));
    return [];
  } catch (error) {
    const message = (error as Error).message.replace(/^\[@convapi\/codegen\] /, '');
    return [{ file: 'packages/codegen/src/postman', line: 0, message: `The collection was left as it is: ${message}` }];
  }
}

/** What production has met, then what breaks, then the rest; causes before the types that come and go with them; then by name. */
function byPressure(a: Judged, b: Judged): number {
  const rank = { major: 0, minor: 1, patch: 2 };
  const isDerived = ({ kind }: Judged) => Number(kind === 'schema.removed' || kind === 'schema.added');
  const first = (b.seen ?? 0) - (a.seen ?? 0) || rank[a.level] - rank[b.level] || isDerived(a) - isDerived(b);
  return first || compareText(a.where, b.where) || compareText(a.kind, b.kind);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** What in the copy differs from the repository: the spec and generated code, nothing else. */
async function changedFiles(repository: string, copy: string): Promise<Map<string, string | undefined>> {
  const ours = await listOutputs(repository);
  const theirs = await listOutputs(copy);
  const changed = new Map<string, string | undefined>();
  for (const file of [...new Set([...ours, ...theirs])].sort()) {
    const [before, after] = await Promise.all([repository, copy].map((root) => readFile(join(root, file), 'utf8').catch(() => undefined)));
    if (before !== after) changed.set(file, after);
  }
  return changed;
}

async function listOutputs(root: string): Promise<string[]> {
  const spec = (await readdir(join(root, 'spec'), { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `spec/${name}`);
  const packages = await readdir(join(root, 'packages'));
  const documents = ['packages/core/openapi.json', 'packages/core/batch.openapi.json'];
  const generated = packages.map(async (name) => {
    const folder = `packages/${name}/src/generated`;
    return (await readdir(join(root, folder)).catch(() => [])).map((file) => `${folder}/${file}`);
  });
  const postman = (await readdir(join(root, 'postman')).catch(() => [])).filter((name) => /\.postman_\w+\.json$/.test(name));
  return [...spec, ...documents, ...(await Promise.all(generated)).flat(), ...postman.map((name) => `postman/${name}`)];
}

async function writeAll(repository: string, files: Map<string, string | undefined>): Promise<void> {
  for (const [file, text] of files) {
    if (text === undefined) await rm(join(repository, file), { force: true });
    else await put(join(repository, file), text);
  }
}
