import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateCode, generatePostman } from '../generate-files.ts';
import { loadSpec, type Spec } from '../load-spec.ts';
import { writeFiles } from '../write-files.ts';
import { applyChanges, pruneSchemas } from './apply-changes.ts';
import type { Change } from './changes.ts';
import { type Comparison, compareDocuments } from './compare-documents.ts';
import { derivedChanges } from './derived-changes.ts';
import { detectDocument } from './detect-document.ts';
import { type DriftNote, rankByDrift, readDriftNotes } from './drift-notes.ts';
import { type Judged, judgeChanges } from './find-touches.ts';
import type { JsonObject } from './json.ts';
import { generatorName, LOCK_FILE, writeLock } from './lock-file.ts';
import { normalise } from './normalise.ts';
import { applyOverlays, type DocumentKind, type OverlayAction, readOverlays } from './overlays.ts';
import { readDocument, type SourceDocument } from './read-document.ts';
import { highest, type Level } from './rules.ts';
import { UpdateError } from './update-error.ts';
import { type CompileError, createWorkspace, put, type Workspace } from './workspace.ts';
import { writeChangeset } from './write-changeset.ts';
import { writeReport } from './write-report.ts';

export interface UpdateOptions {
  /** Folder of the repository. */
  repository: string;
  /** The newer document. */
  file: string;
  /** Which of our documents it replaces. Default: told by its servers and operations. */
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

export interface UpdateResult {
  /** 0 nothing, 10 compatible, 20 breaking. */
  exitCode: 0 | 10 | 20;
  document: DocumentKind;
  level: Level | undefined;
  /** The most pressing first. */
  changes: Judged[];
  /** Files below the repository that change, with their new content; undefined for those that go. */
  files: Map<string, string | undefined>;
  /** Text of the changeset and of `spec-diff.md`. */
  changeset: string;
  report: string;
  errors: CompileError[];
  unexplained: DriftNote[];
  /** Whether the repository was changed. */
  written: boolean;
}

/**
 * Brings `spec/` up to a newer document, regenerates, and says what that means for whom.
 *
 * @throws UpdateError when the document, an overlay or the drift notes are wrong, or a change cannot be followed.
 */
export async function updateSpec(options: UpdateOptions): Promise<UpdateResult> {
  const notes = options.drift === undefined ? [] : await readDriftNotes(options.drift);
  const before = await loadSpec(join(options.repository, 'spec'));
  const incoming = await readIncoming(options, before);
  const ours = normalise('spec/', before[incoming.document] as unknown as JsonObject);
  const comparison = compareDocuments(incoming.document, ours, incoming.theirs);
  const lock = await writeLock(options.repository, incoming.document, incoming.source, await generatorName());
  if (comparison.changes.length === 0) return nothing(options, incoming, comparison, notes, before, lock);

  const workspace = await createWorkspace(options.repository);
  try {
    return await tryOut(options, { ...incoming, comparison, before, notes, lock }, workspace);
  } finally {
    await workspace.remove();
  }
}

interface Incoming {
  source: SourceDocument;
  document: DocumentKind;
  theirs: ReturnType<typeof normalise>;
  overlays: OverlayAction[];
}

async function readIncoming({ file, repository, document: wanted }: UpdateOptions, before: Spec): Promise<Incoming> {
  const source = await readDocument(file);
  // overlays may add what is missing, so the document is read without them first only to know which it is
  const document = wanted ?? detectDocument(source.name, source.content as unknown as Spec['conversation'], before);
  const overlays = await readOverlays(join(repository, 'spec/overlays'), document);
  return { source, document, overlays, theirs: normalise(source.name, applyOverlays(source.content, overlays)) };
}

interface Trial extends Incoming {
  comparison: Comparison;
  before: Spec;
  notes: DriftNote[];
  lock: string;
}

async function tryOut(options: UpdateOptions, trial: Trial, workspace: Workspace): Promise<UpdateResult> {
  const { comparison, document, theirs, before, source } = trial;
  const aliases = options.aliases ?? false;
  const after = await applyChanges(comparison, { folder: workspace.spec, before, document, theirs, aliases });
  await pruneSchemas(workspace.spec, before, after);
  await writeFiles(workspace.packages, await generate(after));
  const stuck = [...(await renewPostman(workspace.packages, after)), ...(await workspace.deriveTables())];

  const found = [...withAliases(comparison.changes, aliases), ...derivedChanges(document, before, after, comparison.renames)];
  const changes = await judgeChanges(found, before, after, workspace.packages);
  const unexplained = rankByDrift(changes, trial.notes, after);
  changes.sort(byPressure);
  const errors = [...stuck, ...(options.compile?.length === 0 ? [] : await workspace.compile(options.compile))];

  // what people install comes before its tests
  errors.sort((a, b) => Number(a.file.includes('/test/')) - Number(b.file.includes('/test/')));
  const level = highest(changes.map((change) => change.level));
  const breaking = level === 'major';
  const reason = options.acceptBreaking;
  const changeset = writeChangeset(changes, { reason });
  const files = await changedFiles(options.repository, workspace.folder);
  const changesetFile = `.changeset/spec-${source.hash.slice(0, 12)}.md`;
  const names = [...files.keys(), LOCK_FILE, changesetFile].sort();
  const report = writeReport({ ...trial, changes, kept: comparison.kept, errors, unexplained, files: names, reason });
  files.set(LOCK_FILE, trial.lock).set(changesetFile, changeset).set('spec-diff.md', report);
  const written = Boolean(options.write) && (!breaking || reason !== undefined);
  if (written) await writeAll(options.repository, files);
  return { exitCode: breaking ? 20 : 10, document, level, changes, files, changeset, report, errors, unexplained, written };
}

/** Nothing differs; with `write` the lock still learns which document that was. */
async function nothing(
  options: UpdateOptions,
  incoming: Incoming,
  { kept }: Comparison,
  notes: DriftNote[],
  before: Spec,
  lock: string,
): Promise<UpdateResult> {
  const unexplained = rankByDrift([], notes, before);
  const current = await readFile(join(options.repository, LOCK_FILE), 'utf8').catch(() => undefined);
  const files = new Map(current === lock ? [] : [[LOCK_FILE, lock]]);
  const report = writeReport({
    ...incoming,
    changes: [],
    kept,
    errors: undefined,
    unexplained,
    files: [...files.keys()],
    reason: undefined,
  });
  if (options.write) await writeAll(options.repository, files);
  const rest = { level: undefined, changes: [], changeset: '', errors: [], unexplained, report, files };
  return { exitCode: 0, document: incoming.document, written: Boolean(options.write) && files.size > 0, ...rest };
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

/** What production has met, then what breaks, then the rest; by name among equals. */
function byPressure(a: Judged, b: Judged): number {
  const rank = { major: 0, minor: 1, patch: 2 };
  return (b.seen ?? 0) - (a.seen ?? 0) || rank[a.level] - rank[b.level] || compareText(a.where, b.where) || compareText(a.kind, b.kind);
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
