import { loadSpec, type Spec } from '../load-spec.ts';
import type { Schema } from '../openapi.ts';
import { type Adoption, adoptSchema } from './adopt-schema.ts';
import { applyOperationEdit } from './apply-operation-edit.ts';
import type { ApplyOptions } from './apply-options.ts';
import { applyOtherEdit } from './apply-other-edit.ts';
import { applySchemaEdit, replaceSchema } from './apply-schema-edit.ts';
import { type Change, type Edit, placeName } from './changes.ts';
import { type Comparison, compareDocuments } from './compare-documents.ts';
import { type DocumentForm, documentForm } from './document-form.ts';
import { type DocumentKind, oursFor } from './document-kinds.ts';
import type { JsonObject } from './json.ts';
import { normalise } from './normalise.ts';
import { mapAt, openSpecFiles } from './spec-files.ts';
import { UpdateError } from './update-error.ts';

/** Hosts first: what is added is served by one. What others look for under its old name is renamed last. */
const ORDER: (Edit['do'] | 'others')[] = ['server', 'others', 'move-operation', 'rename-operation', 'remove-operation', 'rename-schema'];

/** Edit piece by piece, then replace what still differs; a third round finds nothing or never will. */
const MAX_ROUNDS = 3;

/** The form of our document that a document of the vendor is compared with. */
export function oursForm(spec: Spec, kind: DocumentKind): DocumentForm {
  return documentForm(normalise('spec/', spec[oursFor(kind)] as unknown as JsonObject));
}

/**
 * Brings the YAML files to what the new document says, and returns the spec as it then is.
 * What cannot be edited piece by piece is replaced as a whole; what then still differs is an error.
 */
export async function applyChanges(first: Comparison, options: ApplyOptions): Promise<Spec> {
  const theirs = documentForm(options.theirs);
  let { changes, renames } = first;
  let spec = options.before;
  for (let round = 0; changes.length > 0; round++) {
    if (round === MAX_ROUNDS) {
      const what = changes.map(({ kind, where }) => `${kind} ${where}`).join('; ');
      throw new UpdateError(
        `these changes cannot be put into spec/: ${what}. Edit spec/ by hand, or correct the document with an overlay.`,
      );
    }
    await applyRound(changes, renames, options, round > 0);
    spec = await loadSpec(options.folder);
    ({ changes, renames } = compareDocuments(options.document, oursForm(spec, options.document), theirs, options.previous));
  }
  return spec;
}

async function applyRound(changes: Change[], renames: Map<string, string>, options: ApplyOptions, wholesale: boolean): Promise<void> {
  const files = await openSpecFiles(options.folder);
  const adoption: Adoption = { files, theirs: { ...options.theirs.components.schemas }, wanted: new Map(), renames };
  const edits = changes.flatMap(({ edit }) => edit ?? []).sort((a, b) => rankOf(a) - rankOf(b));
  const replaced = edits.flatMap((edit) => (edit.do === 'replace' ? [placeName(edit.place)] : []));
  const whole = new Set<string>();
  for (const edit of edits) {
    if ('place' in edit && isInside(edit, replaced)) continue;
    const named = 'place' in edit && 'schema' in edit.place.root ? edit.place.root.schema : undefined;
    const done = !(wholesale && named) && applyEdit(adoption, edit, options);
    if (!done && named) replaceWhole(adoption, named, whole);
  }
  addWanted(adoption);
  await files.save();
}

function rankOf({ do: what }: Edit): number {
  return ORDER.indexOf(ORDER.includes(what) ? what : 'others');
}

/** What is replaced as a whole is not edited as well. */
function isInside(edit: Extract<Edit, { place: unknown }>, replaced: string[]): boolean {
  const name = placeName(edit.place);
  return replaced.some(
    (one) =>
      (name === one && edit.do !== 'replace' && edit.do !== 'nullable') || (/^[.[{]/.test(name.slice(one.length)) && name.startsWith(one)),
  );
}

function applyEdit(adoption: Adoption, edit: Edit, options: ApplyOptions): boolean {
  switch (edit.do) {
    case 'set':
    case 'nullable':
    case 'enum':
    case 'add-property':
    case 'remove-property':
    case 'require':
    case 'replace':
    case 'rename-schema':
      return applySchemaEdit(adoption, edit, options.aliases);
    case 'add-webhook':
    case 'remove-webhook':
    case 'webhook-body':
    case 'regions':
    case 'default-region':
    case 'server':
    case 'security':
      return applyOtherEdit(adoption, options, edit);
    default:
      return applyOperationEdit(adoption, oursFor(options.document), edit);
  }
}

/** The whole named schema as the vendor has it, texts and extensions of ours inside it. */
function replaceWhole(adoption: Adoption, name: string, whole: Set<string>): void {
  const file = adoption.files.schemaFile(name);
  const schema = adoption.theirs[adoption.renames.get(name) ?? name];
  if (file === undefined || !schema || whole.has(name)) return;
  whole.add(name);
  replaceSchema(adoption, { file, path: [name] }, schema);
}

/** Schemas that came along with what was added, and those that come along with them. */
function addWanted(adoption: Adoption): void {
  const done = new Set<string>();
  for (;;) {
    const next = [...adoption.wanted].find(([name]) => !done.has(name));
    if (!next) return;
    const [name, file] = next;
    done.add(name);
    const key = neighbour(Object.keys(mapAt(adoption.files, { file, path: [] })), name);
    adoption.files.adopt({ file, path: [name] }, adoptSchema(adoption, adoption.theirs[name] as Schema, file), { key });
  }
}

/** What a schema stands behind: its neighbour by name in a file that is in order, else the last. */
function neighbour(names: string[], name: string): string | undefined {
  const isSorted = names.every((one, index) => index === 0 || (names[index - 1] as string) < one);
  return isSorted ? names.findLast((one) => one < name) : names.at(-1);
}

/** Deletes schemas that nothing refers to any more. Returns their names. */
export async function pruneSchemas(folder: string, before: Spec, after: Spec): Promise<string[]> {
  const gone = Object.keys(before.schemas).filter((name) => !after.schemas[name]);
  if (gone.length === 0) return [];
  const files = await openSpecFiles(folder);
  const deleted: string[] = [];
  for (const name of gone) {
    const file = files.schemaFile(name);
    if (file === undefined) continue;
    files.delete({ file, path: [name] });
    deleted.push(name);
  }
  await files.save();
  return deleted;
}
