import { jsonSchema, type OperationObject, refName, type Schema } from '../openapi.ts';
import { type Adoption, adoptSchema } from './adopt-schema.ts';
import type { Edit } from './changes.ts';
import { isObject, type JsonObject } from './json.ts';
import type { DocumentKind } from './overlays.ts';
import { viewSchema } from './schema-view.ts';
import { mapAt } from './spec-files.ts';
import { UpdateError } from './update-error.ts';

const FILE = 'paths/callbacks.yaml';

type OtherEdit = Extract<Edit, { do: 'add-webhook' | 'remove-webhook' | 'webhook-body' | 'regions' | 'server' | 'security' }>;

/** Does one edit of webhooks, servers or security. */
export function applyOtherEdit(adoption: Adoption, document: DocumentKind, edit: OtherEdit): boolean {
  const { files } = adoption;
  const root = `${document}.yaml`;
  switch (edit.do) {
    case 'add-webhook':
      return addWebhook(adoption, root, edit.webhook, edit.operation);
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
      files.set({ file: root, path: ['servers', 0, 'variables', 'region', 'enum'] }, edit.regions);
      return true;
    case 'server':
      files.set({ file: root, path: ['servers', 0, 'url'] }, edit.url);
      return true;
    case 'security':
      files.set(
        { file: root, path: ['security'] },
        Object.keys(edit.schemes).map((name) => ({ [name]: [] })),
      );
      files.set({ file: root, path: ['components', 'securitySchemes'] }, adoptSchema(adoption, edit.schemes as Schema, root));
      return true;
  }
}

function addWebhook(adoption: Adoption, root: string, name: string, operation: OperationObject): boolean {
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
  files.adopt({ file: FILE, path: [name] }, { post });
  files.set({ file: root, path: ['webhooks', name] }, { $ref: `${FILE}#/${name}` });
  return true;
}

/** The event types want the envelope and the payload apart; documents often write them as one flat object. */
function withEnvelope({ files, theirs }: Adoption, webhook: string, schema: Schema): Schema {
  if (schema.allOf?.some((part) => refName(part) !== undefined)) return schema;
  const envelope = 'ConversationCallbackEvent';
  const file = files.schemaFile(envelope);
  const common = Object.keys(mapAt(files, { file: file ?? '', path: [envelope, 'properties'] }));
  const view = viewSchema(theirs, schema);
  const own = [...view.properties].filter(([key]) => !common.includes(key));
  const [payload, ...more] = own;
  if (file === undefined || !payload || more.length > 0) {
    throw new UpdateError(
      `webhook ${webhook} needs exactly one key beside the envelope, and has ${own.map(([key]) => key).join(', ') || 'none'}. Correct it with an overlay.`,
    );
  }
  const { description } = schema;
  const part: Schema = { type: 'object', properties: { [payload[0]]: payload[1].schema } };
  return { ...(description === undefined ? {} : { description }), allOf: [{ $ref: `#/components/schemas/${envelope}` }, part] };
}

function pascal(name: string): string {
  return name
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
