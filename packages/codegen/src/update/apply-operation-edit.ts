import type { Parameter } from '../openapi.ts';
import { adoptBody, adoptOperation, adoptParameter, adoptPathParameters, homeOf, named, phraseOf } from './adopt-operation.ts';
import { type Adoption, adoptSchema } from './adopt-schema.ts';
import type { Edit } from './changes.ts';
import { addressOf } from './document-form.ts';
import type { OurDocument } from './document-kinds.ts';
import { findOperation, findParameter, METHODS, type OperationSpot } from './find-spot.ts';
import { isObject } from './json.ts';
import { mapAt, type Path, pathRef, type SpecFiles, type Spot } from './spec-files.ts';

type On<Do extends Edit['do']> = Extract<Edit, { do: Do }>;
type OperationEdit = Extract<Edit, { operation: string }> | On<'add-operation'>;

/** Does one edit of an operation, its parameters or its bodies. */
export function applyOperationEdit(adoption: Adoption, document: OurDocument, edit: OperationEdit): boolean {
  if (edit.do === 'add-operation') return addOperation(adoption, document, edit);
  const { files } = adoption;
  const spot = findOperation(files, edit.operation);
  if (!spot) return false;
  const inside = (...path: Path) => ({ file: spot.file, path: [...spot.path, ...path] });
  switch (edit.do) {
    case 'remove-operation':
      return removeOperation(files, spot);
    case 'move-operation':
      return moveOperation(adoption, spot, edit);
    case 'rename-operation':
      files.set(inside('operationId'), edit.to);
      return true;
    case 'deprecate-operation':
      return setOrDelete(files, inside('deprecated'), edit.deprecated || undefined);
    case 'add-parameter':
      return addParameter(adoption, spot, edit);
    case 'remove-parameter':
    case 'set-parameter':
      return changeParameter(files, edit);
    case 'body': {
      const schema = edit.schema && named(adoption, `${phraseOf(edit.operation)}Request`, edit.schema);
      return setOrDelete(files, inside('requestBody'), schema && adoptBody(adoption, schema, spot.file), ['responses', 'security']);
    }
    case 'body-required':
      return setOrDelete(files, inside('requestBody', 'required'), edit.required || undefined);
    case 'status':
      return setStatuses(adoption, spot, edit);
    case 'response':
      return setAnswer(adoption, edit, inside('responses', edit.status));
    default:
      return false;
  }
}

/** Puts a word, before those that our files write behind it, or takes it away. */
function setOrDelete(files: SpecFiles, spot: Spot, value: unknown, later: string[] = []): boolean {
  const known = files.get(spot);
  const holder = Object.keys(mapAt(files, { file: spot.file, path: spot.path.slice(0, -1) }));
  if (value === undefined) known === undefined || files.delete(spot);
  else if (known !== undefined) files.set(spot, value);
  else
    files.insertAfter(
      spot,
      holder.findLast((key) => !later.includes(key)),
      value,
    );
  return true;
}

/** Other successes: one for one under its new status, else those that come and go. */
function setStatuses(adoption: Adoption, { file, path }: Spot, { before, after }: On<'status'>): boolean {
  const { files } = adoption;
  const at = (status: string) => ({ file, path: [...path, 'responses', status] });
  const [old, fresh] = [before[0], Object.keys(after)[0]];
  if (before.length === 1 && Object.keys(after).length === 1 && old !== undefined && fresh !== undefined) files.renameKey(at(old), fresh);
  else {
    for (const status of before) if (!(status in after)) files.delete(at(status));
    for (const [status, schema] of Object.entries(after)) {
      if (before.includes(status)) continue;
      files.insertAfter(at(status), before.at(-1), {});
      setAnswer(adoption, { do: 'response', operation: '', status, schema }, at(status));
    }
  }
  return true;
}

function setAnswer(adoption: Adoption, edit: On<'response'>, spot: Spot): boolean {
  const { description } = mapAt(adoption.files, spot);
  const schema = edit.schema && named(adoption, `${phraseOf(edit.operation)}Response`, edit.schema);
  const content = schema && { content: { 'application/json': { schema: adoptSchema(adoption, schema, spot.file) } } };
  adoption.files.set(spot, { description: description ?? 'Done.', ...content });
  return true;
}

function addParameter(adoption: Adoption, { file, path }: Spot, { parameter, after }: On<'add-parameter'>): boolean {
  const { files } = adoption;
  const place = { file, path: [...path, 'parameters'] };
  const list = files.get(place);
  const adopted = adoptParameter(adoption, parameter, file);
  if (!Array.isArray(list)) {
    return setOrDelete(files, place, [adopted], ['requestBody', 'responses', 'security']);
  }
  const known = list.findIndex((one) => isObject(one) && one.name === after);
  const index = after === undefined ? 0 : known < 0 ? list.length : known + 1;
  files.insertAt({ file, path: [...place.path, index] }, adopted);
  return true;
}

function changeParameter(files: SpecFiles, edit: On<'remove-parameter' | 'set-parameter'>): boolean {
  const spot = findParameter(files, edit.operation, edit.in, edit.name);
  if (!spot) return false;
  if (edit.do === 'remove-parameter') {
    files.delete(spot);
    const list = { file: spot.file, path: spot.path.slice(0, -1) };
    if ((files.get(list) as unknown[] | undefined)?.length === 0) files.delete(list);
    return true;
  }
  for (const [word, value] of Object.entries(edit.words)) {
    setOrDelete(files, { file: spot.file, path: [...spot.path, word] }, value, ['description', 'schema', 'explode']);
  }
  return true;
}

function addOperation(adoption: Adoption, document: OurDocument, { operation: form, after }: On<'add-operation'>): boolean {
  const { files } = adoption;
  const { id = '', method, order, path, source, shared, host } = form;
  if (findOperation(files, id)) return true;
  const home = document === 'batch' ? { file: 'paths/batch.yaml', tag: 'Batch' } : homeOf(files, id, source.tags?.[0]);
  addTag(files, `${document}.yaml`, home.tag);
  const put = (file: string) => adoptOperation(adoption, id, source, file, home.tag);
  const servers = serversFor(files, document, host);
  putOperation(adoption, document, { method, order, path, file: home.file, shared, servers, after, isOurs: false }, put);
  return true;
}

interface Target {
  method: string;
  path: string;
  file: string;
  /** The methods of the path, in the order of the document. */
  order: string[];
  shared: Parameter[];
  servers: unknown;
  /** Path that a new path stands behind. */
  after: string | undefined;
  isOurs: boolean;
}

/** Puts an operation at its path, which is there already or is made. */
function putOperation(adoption: Adoption, document: OurDocument, target: Target, make: (file: string) => unknown): void {
  const { files } = adoption;
  // what moves has no new words
  const put = target.isOurs
    ? (spot: Spot, value: unknown, { key }: { key: string | undefined }) => files.insertAfter(spot, key, value)
    : files.adopt;
  const root = `${document}.yaml`;
  const paths = Object.keys(mapAt(files, { file: root, path: ['paths'] }));
  const same = (path: string) => paths.find((one) => addressOf('', one) === addressOf('', path));
  const known = same(target.path);
  const item = known === undefined ? undefined : files.pathItem(document, known);
  if (item) {
    const known = Object.keys(mapAt(files, item));
    const earlier = target.order.slice(0, target.order.indexOf(target.method)).findLast((one) => known.includes(one));
    const before = earlier ?? known.findLast((key) => !METHODS.includes(key));
    put({ file: item.file, path: [...item.path, target.method] }, make(item.file), { key: before });
    return;
  }
  const { file, path, shared, servers } = target;
  const parameters = adoptPathParameters(adoption, path, shared, file);
  const content = { ...(servers ? { servers } : {}), parameters, [target.method]: make(file) };
  // behind the same path as in the document, in our file as in the root; what the document has first is first
  const fileOf = (one: string) => files.pathItem(document, one)?.file;
  const anchor =
    target.after === undefined ? undefined : (same(target.after) ?? paths.findLast((one) => fileOf(one) === file) ?? paths.at(-1));
  const before = paths.slice(0, paths.indexOf(anchor ?? '') + 1).findLast((one) => fileOf(one) === file);
  put({ file, path: [path] }, content, { key: before });
  files.insertAfter({ file: root, path: ['paths', path] }, anchor, { $ref: pathRef(file, path) });
}

function addTag(files: SpecFiles, root: string, tag: string): void {
  const tags = files.get({ file: root, path: ['tags'] });
  if (!Array.isArray(tags) || tags.some((one) => isObject(one) && one.name === tag)) return;
  files.set({ file: root, path: ['tags', tags.length] }, { name: tag, description: `Operations on ${tag}.` });
}

/** Servers of a path that is served by another host than most: like those of another path there, or made after the main one. */
function serversFor(files: SpecFiles, document: OurDocument, host: string | undefined): unknown {
  const [main] = (files.get({ file: `${document}.yaml`, path: ['servers'] }) ?? []) as { url: string }[];
  if (host === undefined || host === main?.url) return undefined;
  const items = files
    .names()
    .filter((name) => name.startsWith('paths/'))
    .flatMap((file) => Object.values(mapAt(files, { file, path: [] })));
  const sibling = items.find((item) => isObject(item) && Array.isArray(item.servers) && item.servers[0]?.url === host);
  return isObject(sibling) ? sibling.servers : [{ ...main, url: host }];
}

function removeOperation(files: SpecFiles, spot: OperationSpot): boolean {
  files.delete(spot);
  const item = { file: spot.file, path: spot.path.slice(0, -1) };
  const left = Object.keys(mapAt(files, item)).some((key) => METHODS.includes(key));
  if (left) return true;
  files.delete(item);
  files.delete({ file: `${spot.document}.yaml`, path: ['paths', spot.url] });
  return true;
}

/** The operation as we have it, at another path or under another verb. */
function moveOperation(adoption: Adoption, spot: OperationSpot, { to: { method, path, shared, order } }: On<'move-operation'>): boolean {
  const { files } = adoption;
  const operation = files.get(spot);
  const item = mapAt(files, { file: spot.file, path: spot.path.slice(0, -1) });
  const paths = Object.keys(mapAt(files, { file: `${spot.document}.yaml`, path: ['paths'] }));
  const after = paths[paths.indexOf(spot.url) - 1];
  removeOperation(files, spot);
  // ours know more of their parameters than the document does
  const known = Array.isArray(item.parameters) ? (item.parameters as Parameter[]) : [];
  const parameters = [...known.filter((one) => one.in === 'path'), ...shared];
  const target = { method, order, path, file: spot.file, shared: parameters, servers: item.servers, after, isOurs: true };
  putOperation(adoption, spot.document, target, () => operation);
  return true;
}
