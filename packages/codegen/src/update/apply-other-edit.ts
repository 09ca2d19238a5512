import { jsonSchema, refName, type Schema } from '../openapi.ts';
import { type Adoption, adoptSchema } from './adopt-schema.ts';
import type { ApplyOptions } from './apply-options.ts';
import type { Edit } from './changes.ts';
import { hostOf } from './document-form.ts';
import { oursFor } from './document-kinds.ts';
import { findOperation } from './find-spot.ts';
import { canonical, isObject, type JsonObject } from './json.ts';
import { bodyOf } from './schema-bodies.ts';
import { formOf, mapValues } from './schema-form.ts';
import { mapAt, type Spot } from './spec-files.ts';
import { UpdateError } from './update-error.ts';

const FILE = 'paths/callbacks.yaml';

type OtherEdit = Extract<
  Edit,
  { do: 'add-webhook' | 'remove-webhook' | 'webhook-body' | 'regions' | 'default-region' | 'server' | 'security' }
>;

/** Does one edit of webhooks, servers or security. */
export function applyOtherEdit(adoption: Adoption, options: ApplyOptions, edit: OtherEdit): boolean {
  const { files } = adoption;
  const root = `${oursFor(options.document)}.yaml`;
  switch (edit.do) {
    case 'add-webhook':
      return addWebhook(adoption, root, edit);
    case 'remove-webhook':
      files.delete({ file: FILE, path: [edit.webhook] });
      files.delete({ file: root, path: ['webhooks', edit.webhook] });
      return true;
    case 'webhook-body':
      files.set(
        { file: FILE, path: [edit.webhook, 'post', 'requestBody', 'content', 'application/json', 'schema'] },
        adoptSchema(adoption, edit.schema, FILE),
      );
      return true;
    case 'regions':
      return setRegions(adoption, root, edit.host, 'enum', edit.regions);
    case 'default-region':
      return setRegions(adoption, root, edit.host, 'default', edit.region);
    case 'server':
      return setServer(adoption, root, edit);
    case 'security':
      return setSecurity(adoption, options, root, edit);
  }
}

/** Everywhere that our files write servers down: in the root document, and at paths with hosts of their own. */
function serversOf({ files }: Adoption, root: string): Spot[] {
  const items = files
    .names()
    .filter((name) => name.startsWith('paths/'))
    .flatMap((file) => Object.keys(mapAt(files, { file, path: [] })).map((path): Spot => ({ file, path: [path, 'servers', 0] })));
  return [{ file: root, path: ['servers', 0] }, ...items].filter((spot) => files.get(spot) !== undefined);
}

function setRegions(adoption: Adoption, root: string, host: string, word: 'enum' | 'default', value: unknown): boolean {
  for (const { file, path } of serversOf(adoption, root)) {
    const server = mapAt(adoption.files, { file, path });
    if (hostOf({ url: String(server.url) }) === host) adoption.files.set({ file, path: [...path, 'variables', 'region', word] }, value);
  }
  return true;
}

/** Another host: at the path where that names one, in the root document when all of it moves, else a new one at the path. */
function setServer(adoption: Adoption, root: string, { operations, url }: Extract<OtherEdit, { do: 'server' }>): boolean {
  const { files } = adoption;
  const main = mapAt(files, { file: root, path: ['servers', 0] });
  for (const id of operations) {
    const spot = findOperation(files, id);
    if (!spot) return false;
    const item = { file: spot.file, path: [...spot.path.slice(0, -1), 'servers'] };
    if (url === main.url) files.delete(item);
    else if (files.get(item) !== undefined) files.set({ ...item, path: [...item.path, 0, 'url'] }, url);
    else if (operations.length > 1) files.set({ file: root, path: ['servers', 0, 'url'] }, url);
    else files.set(item, [{ ...main, url }]);
  }
  return true;
}

/** Requirements as the document has them, schemes that we have under our names. */
function setSecurity(adoption: Adoption, { theirs }: ApplyOptions, root: string, edit: Extract<OtherEdit, { do: 'security' }>): boolean {
  const { files } = adoption;
  const place = { file: root, path: ['components', 'securitySchemes'] };
  const ours = mapAt(files, place);
  const nameOf = (name: string): string => {
    const scheme = theirs.components.securitySchemes?.[name];
    const known = Object.keys(ours).find((one) => canonical(withoutTexts(ours[one])) === canonical(withoutTexts(scheme)));
    if (known === undefined) files.set({ ...place, path: [...place.path, name] }, adoptSchema(adoption, scheme as Schema, root));
    return known ?? name;
  };
  const requirements = edit.requirements.map((one) =>
    Object.fromEntries(Object.entries(one).map(([name, scopes]) => [nameOf(name), scopes])),
  );
  const spot = edit.operation === undefined ? { file: root, path: [] } : findOperation(files, edit.operation);
  if (!spot) return false;
  const own = { file: spot.file, path: [...spot.path, 'security'] };
  if (edit.operation !== undefined) {
    // like everything else again
    if (canonical(requirements) === canonical(files.get({ file: root, path: ['security'] }))) files.delete(own);
    else files.set(own, requirements);
    return true;
  }
  files.set(own, requirements);
  const used = new Set(requirements.flatMap(Object.keys));
  for (const name of Object.keys(ours)) if (!used.has(name)) files.delete({ ...place, path: [...place.path, name] });
  return true;
}

function withoutTexts(node: unknown): unknown {
  if (!isObject(node)) return node;
  const { description: _, ...rest } = node;
  return mapValues(rest, withoutTexts);
}

function addWebhook(
  adoption: Adoption,
  root: string,
  { webhook: name, operation, after }: Extract<OtherEdit, { do: 'add-webhook' }>,
): boolean {
  const { files, theirs } = adoption;
  const schema = jsonSchema(operation.requestBody);
  const body = refName(schema) ?? `${pascal(name)}Event`;
  const content = refName(schema) === undefined ? schema : theirs[body];
  if (!content) throw new UpdateError(`webhook ${name} has no body. Describe it with an overlay.`);
  theirs[body] = withEnvelope(adoption, name, content);
  const sibling = Object.values(mapAt(files, { file: FILE, path: [] })).find(isObject);
  const like = isObject(sibling?.post) ? (sibling.post as JsonObject) : {};
  const post = {
    operationId: `on_${name}`,
    tags: ['Callbacks'],
    summary: (operation.summary ?? name).replace(/\.$/, ''),
    ...(operation.description === undefined ? {} : { description: operation.description }),
    parameters: like.parameters ?? [],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: adoptSchema(adoption, { $ref: `#/components/schemas/${body}` }, FILE) } },
    },
    responses: like.responses ?? { '2XX': { description: 'Taken.' } },
  };
  files.adopt({ file: FILE, path: [name] }, { post }, { key: after });
  files.insertAfter({ file: root, path: ['webhooks', name] }, after, { $ref: `${FILE}#/${name}` });
  return true;
}

/** The event types want the envelope and the payload apart; documents often write them as one flat object. */
function withEnvelope({ files, theirs }: Adoption, webhook: string, schema: Schema): Schema {
  if (schema.allOf?.some((part) => refName(part) !== undefined)) return schema;
  const envelope = 'ConversationCallbackEvent';
  const file = files.schemaFile(envelope);
  const common = Object.keys(mapAt(files, { file: file ?? '', path: [envelope, 'properties'] }));
  const { all } = bodyOf(mapValues(theirs, formOf), formOf(schema));
  const own = Object.entries(all.properties ?? {}).filter(([key]) => !common.includes(key));
  const [payload, ...more] = own;
  if (file === undefined || !payload || more.length > 0) {
    throw new UpdateError(
      `webhook ${webhook} needs exactly one key beside the envelope, and has ${own.map(([key]) => key).join(', ') || 'none'}. Correct it with an overlay.`,
    );
  }
  const { description } = schema;
  const part: Schema = { type: 'object', properties: { [payload[0]]: payload[1].source } };
  return { ...(description === undefined ? {} : { description }), allOf: [{ $ref: `#/components/schemas/${envelope}` }, part] };
}

function pascal(name: string): string {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
