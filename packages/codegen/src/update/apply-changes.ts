import { loadSpec, type Spec } from '../load-spec.ts';
import type { Document, Schema } from '../openapi.ts';
import type { Adoption } from './adopt-schema.ts';
import { adoptSchema } from './adopt-schema.ts';
import { applyOperationEdit } from './apply-operation-edit.ts';
import { applyOtherEdit } from './apply-other-edit.ts';
import { applySchemaEdit, replaceSchema } from './apply-schema-edit.ts';
import type { Change, Edit } from './changes.ts';
import { type Comparison, compareDocuments } from './compare-documents.ts';
import type { JsonObject } from './json.ts';
import { normalise } from './normalise.ts';
import type { DocumentKind } from './overlays.ts';
import { openSpecFiles } from './spec-files.ts';
import { UpdateError } from './update-error.ts';

/** Edits that later ones do not have to look for under a new name come last. */
const LAST: Edit['do'][] = ['move-operation', 'rename-operation', 'remove-operation', 'rename-schema'];

export interface ApplyOptions {
  /** Folder with the YAML files; changed in place. */
  folder: string;
  /** The spec of that folder. */
  before: Spec;
  document: DocumentKind;
  theirs: Document;
  /** Keep the old names of renamed schemas as aliases. */
  aliases: boolean;
}

/**
 * Brings the YAML files to what the new document says, and returns the spec as it then is.
 * What cannot be edited piece by piece is replaced as a whole; what then still differs is an error.
 */
export async function applyChanges(first: Comparison, options: ApplyOptions): Promise<Spec> {
  let { changes, renames } = first;
  let spec = options.before;
  for (let round = 0; changes.length > 0; round++) {
    if (round === 3)
      throw new UpdateError(
        `these changes cannot be put into spec/: ${changes.map(({ kind, where }) => `${kind} ${where}`).join('; ')}. Edit spec/ by hand.`,
      );
    await applyRound(changes, renames, options, round > 0);
    spec = await loadSpec(options.folder);
    const ours = normalise('spec/', spec[options.document] as unknown as JsonObject);
    ({ changes, renames } = compareDocuments(options.document, ours, options.theirs));
  }
  return spec;
}

async function applyRound(changes: Change[], renames: Map<string, string>, options: ApplyOptions, wholesale: boolean): Promise<void> {
  const files = await openSpecFiles(options.folder);
  const adoption: Adoption = { files, theirs: { ...options.theirs.components.schemas }, wanted: new Map(), renames };
  const edits = changes.flatMap(({ edit }) => edit ?? []);
  const rank = (edit: Edit) => LAST.indexOf(edit.do);
  const replaced = new Set<string>();
  for (const edit of edits.sort((a, b) => rank(a) - rank(b))) {
    const named = 'place' in edit && 'schema' in edit.place.root ? edit.place.root.schema : undefined;
    const done = !(wholesale && named) && applyEdit(adoption, edit, options);
    if (!done && named) replaceWhole(adoption, named, replaced);
  }
  addWanted(adoption);
  await files.save();
}

function applyEdit(adoption: Adoption, edit: Edit, { document, aliases }: ApplyOptions): boolean {
  switch (edit.do) {
    case 'set':
    case 'nullable':
    case 'enum':
    case 'add-property':
    case 'remove-property':
    case 'require':
    case 'replace':
    case 'rename-schema':
      return applySchemaEdit(adoption, edit, aliases);
    case 'add-webhook':
    case 'remove-webhook':
    case 'webhook-body':
    case 'regions':
    case 'server':
    case 'security':
      return applyOtherEdit(adoption, document, edit);
    default:
      return applyOperationEdit(adoption, document, edit);
  }
}

/** The whole named schema as the vendor has it, texts and extensions of ours inside it. */
function replaceWhole(adoption: Adoption, name: string, replaced: Set<string>): void {
  const file = adoption.files.schemaFile(name);
  const schema = adoption.theirs[adoption.renames.get(name) ?? name];
  if (file === undefined || !schema || replaced.has(name)) return;
  replaced.add(name);
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
    adoption.files.adopt({ file, path: [name] }, adoptSchema(adoption, adoption.theirs[name] as Schema, file));
  }
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
