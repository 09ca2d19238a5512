import { jsonSchema, refName, type Schema } from '../openapi.ts';
import { adoptBody, adoptOperation, adoptParameter, adoptPathParameters, checkedId, homeOf, named } from './adopt-operation.ts';
import { type Adoption, adoptSchema } from './adopt-schema.ts';
import type { Edit } from './changes.ts';
import { findOperation, findParameter } from './find-spot.ts';
import { isObject } from './json.ts';
import type { DocumentKind } from './document-kinds.ts';
import { mapAt, type Path, pathRef, type SpecFiles } from './spec-files.ts';

type On<Do extends Edit['do']> = Extract<Edit, { do: Do }>;

/** Does one edit of an operation, its parameters or its bodies. */
export function applyOperationEdit(
  adoption: Adoption,
  document: DocumentKind,
  edit: On<
    | 'add-operation'
    | 'remove-operation'
    | 'rename-operation'
    | 'move-operation'
    | 'deprecate-operation'
    | 'add-parameter'
    | 'remove-parameter'
    | 'require-parameter'
    | 'body'
    | 'response'
  >,
): boolean {
  const { files } = adoption;
  if (edit.do === 'add-operation') return addOperation(adoption, document, edit);
  const spot = findOperation(files, edit.operation);
  if (!spot) return false;
  const inside = (...path: Path) => ({ file: spot.file, path: [...spot.path, ...path] });
  switch (edit.do) {
    case 'remove-operation':
      return removeOperation(files, edit.operation);
    case 'move-operation':
      return moveOperation(adoption, edit);
    case 'rename-operation':
      files.set(inside('operationId'), edit.to);
      return true;
    case 'deprecate-operation':
      files.set(inside('deprecated'), true);
      return true;
    case 'add-parameter': {
      const list = files.get(inside('parameters'));
      const parameter = adoptParameter(adoption, edit.parameter, spot.file);
      if (Array.isArray(list)) files.set(inside('parameters', list.length), parameter);
      else files.set(inside('parameters'), [parameter]);
      return true;
    }
    case 'remove-parameter':
    case 'require-parameter':
      return changeParameter(files, edit);
    case 'body':
      if (!edit.schema) files.delete(inside('requestBody'));
      else
        files.set(
          inside('requestBody'),
          adoptBody(adoption, named(adoption, `${phraseOf(edit.operation)}Request`, edit.schema), spot.file),
        );
      return true;
    case 'response':
      return setAnswer(adoption, edit, inside('responses', edit.status));
  }
}

function setAnswer(adoption: Adoption, edit: On<'response'>, spot: { file: string; path: Path }): boolean {
  const { description } = mapAt(adoption.files, spot);
  const schema = edit.schema && named(adoption, `${phraseOf(edit.operation)}Response`, edit.schema);
  const content = schema && { content: { 'application/json': { schema: adoptSchema(adoption, schema, spot.file) } } };
  adoption.files.set(spot, { description: description ?? 'Done.', ...content });
  return true;
}

function changeParameter(files: SpecFiles, edit: On<'remove-parameter' | 'require-parameter'>): boolean {
  const spot = findParameter(files, edit.operation, edit.in, edit.name);
  if (!spot) return false;
  if (edit.do === 'remove-parameter') {
    files.delete(spot);
    const list = { file: spot.file, path: spot.path.slice(0, -1) };
    if ((files.get(list) as unknown[] | undefined)?.length === 0) files.delete(list);
  } else if (edit.required) files.set({ file: spot.file, path: [...spot.path, 'required'] }, true);
  else files.delete({ file: spot.file, path: [...spot.path, 'required'] });
  return true;
}

function addOperation(adoption: Adoption, document: DocumentKind, edit: On<'add-operation'>): boolean {
  const { files } = adoption;
  const id = checkedId(edit.operation, edit.method, edit.path);
  if (findOperation(files, id)) return true;
  const root = `${document}.yaml`;
  const known = Object.keys(mapAt(files, { file: root, path: ['paths'] })).find((path) => address(path) === address(edit.path));
  const item = known === undefined ? undefined : files.pathItem(document, known);
  const home = document === 'batch' ? { file: 'paths/batch.yaml', tag: 'Batch' } : homeOf(files, id, edit.operation.tags?.[0]);
  const file = item?.file ?? home.file;
  addTag(files, root, home.tag);
  const operation = adoptOperation(adoption, id, edit.operation, file, home.tag);
  if (item) {
    files.adopt({ file, path: [...item.path, edit.method] }, operation);
    return true;
  }
  const servers = serversLike(files, file, edit.server);
  files.adopt(
    { file, path: [edit.path] },
    { ...servers, parameters: adoptPathParameters(adoption, edit.path, edit.shared, file), [edit.method]: operation },
  );
  registerPath(files, root, edit.path, file);
  return true;
}

function address(path: string): string {
  return path.replace(/\{[^}]*\}/g, '{}');
}

/** The root document lists every path; a new one stands after the last of its file. */
function registerPath(files: SpecFiles, root: string, path: string, file: string): void {
  const paths = Object.entries(mapAt(files, { file: root, path: ['paths'] }));
  const last = paths.findLast(([, item]) => isObject(item) && String(item.$ref).startsWith(`${file}#`))?.[0];
  files.insertAfter({ file: root, path: ['paths', path] }, last, { $ref: pathRef(file, path) });
}

function addTag(files: SpecFiles, root: string, tag: string): void {
  const tags = files.get({ file: root, path: ['tags'] });
  if (!Array.isArray(tags) || tags.some((one) => isObject(one) && one.name === tag)) return;
  files.set({ file: root, path: ['tags', tags.length] }, { name: tag, description: `Operations on ${tag}.` });
}

/** The template API has a host of its own, which its paths name. */
function serversLike(files: SpecFiles, file: string, server: string | undefined): { servers?: unknown } {
  if (!server?.includes('.template.') && !file.startsWith('paths/templates')) return {};
  const sibling = Object.values(mapAt(files, { file, path: [] })).find((item) => isObject(item) && item.servers);
  return isObject(sibling) ? { servers: sibling.servers } : {};
}

function removeOperation(files: SpecFiles, id: string): boolean {
  const spot = findOperation(files, id);
  if (!spot) return false;
  files.delete(spot);
  const item = { file: spot.file, path: spot.path.slice(0, -1) };
  const left = Object.keys(mapAt(files, item)).some((key) => ['get', 'post', 'put', 'patch', 'delete'].includes(key));
  if (!left) {
    files.delete(item);
    files.delete({ file: `${spot.document}.yaml`, path: ['paths', spot.url] });
  }
  return true;
}

function moveOperation(adoption: Adoption, edit: On<'move-operation'>): boolean {
  const { files } = adoption;
  const spot = findOperation(files, edit.operation);
  if (!spot) return false;
  const method = spot.path.at(-1) as string;
  const operation = files.get(spot);
  const shared = mapAt(files, { file: spot.file, path: spot.path.slice(0, -1) });
  const parameters = adoptPathParameters(adoption, edit.path, [], spot.file);
  removeOperation(files, edit.operation);
  files.set(
    { file: spot.file, path: [edit.path] },
    { ...(shared.servers ? { servers: shared.servers } : {}), parameters, [method]: operation },
  );
  registerPath(files, `${spot.document}.yaml`, edit.path, spot.file);
  return true;
}

function phraseOf(id: string): string {
  return id.slice(id.lastIndexOf('_') + 1);
}

/** The name of the body of an operation object, for those who only look. */
export function bodyNameOf(operation: { requestBody?: { content?: Record<string, { schema: Schema }> } }): string | undefined {
  return refName(jsonSchema(operation.requestBody));
}
