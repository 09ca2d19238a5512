import type { Spec } from '../load-spec.ts';
import type { Operation } from '../read-operations.ts';
import { BODIES, EMULATED_APP_BODY, OTHER_CONTACT_BODY, QUESTION, SIDE_CONVERSATION_BODY } from './bodies.ts';
import { callbacksFolder } from './callbacks-folder.ts';
import { type Collection, type Folder, SCHEMA, script } from './collection.ts';
import { bodyOf, emitRequest, pathOf } from './emit-request.ts';
import { emulatorEnvironment, type Hosts, serviceEnvironment } from './environments.ts';
import { firstMinutes } from './first-minutes.ts';
import { beforeEveryRequest, type Maker } from './scripts.ts';
import { CAPTURES } from './table.ts';
import { CAPTURED, COLLECTION_VARIABLES } from './variables.ts';

/** What Postman imports, by the name of the file. */
export function emitPostman(spec: Spec, operations: Operation[]): Record<string, unknown> {
  return {
    'convapi.postman_collection.json': emitCollection(spec, operations),
    'emulator.postman_environment.json': emulatorEnvironment(),
    'sinch.postman_environment.json': serviceEnvironment(hostsOf(spec)),
  };
}

function emitCollection(spec: Spec, operations: Operation[]): Collection {
  const requests = new Map(operations.map((one) => [one.id, emitRequest(spec, one)]));
  const requestOf = (id: string) => {
    const item = requests.get(id);
    if (!item) throw new Error(`[@convapi/codegen] The first five minutes need ${id}, which the spec no longer has.`);
    return item;
  };
  const folders = [firstMinutes(requestOf), ...tagFolders(spec, operations), callbacksFolder(spec.conversation, spec.schemas)];
  return {
    info: {
      _postman_id: '3f5d2c0e-6f0b-4c55-9d0a-5a7d4f1c0000',
      name: 'Sinch Conversation API (convapi)',
      description:
        'Every operation of the Conversation API, and a walk through the first five minutes. Unofficial: not made or endorsed by Sinch. Choose an environment first: "convapi emulator" works as it is once `npx @convapi/emulator` runs; "Sinch" wants your project, access key and channel.',
      schema: SCHEMA,
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{ACCESS_TOKEN}}', type: 'string' }] },
    event: [script('prerequest', beforeEveryRequest(makersOf(spec, operations)))],
    variable: [...COLLECTION_VARIABLES, ...unknownVariables(folders)],
    item: folders,
  };
}

function tagFolders(spec: Spec, operations: Operation[]): Folder[] {
  const tags = [...(spec.conversation.tags ?? []), ...(spec.batch.tags ?? [])];
  const names = [...new Set([...tags.map((tag) => tag.name), ...operations.map((one) => one.tag)])];
  return names.flatMap((name) => {
    const own = operations.filter((one) => one.tag === name);
    if (own.length === 0) return [];
    const description = tags.find((tag) => tag.name === name)?.description ?? '';
    return [{ name, description, item: own.toSorted((a, b) => rank(a) - rank(b)).map((one) => emitRequest(spec, one)) }];
  });
}

/** A folder runs from top to bottom: what makes something comes first, what deletes it last. */
function rank({ method, id }: Operation): number {
  if (id in CAPTURES) return 0;
  if (/_Create[A-Z]/.test(id)) return 0;
  return { GET: 1, PATCH: 2, PUT: 2, POST: 3, DELETE: 4 }[method] ?? 5;
}

/** How the script of the collection makes each thing that a request may miss. */
function makersOf(spec: Spec, operations: Operation[]): Record<string, Maker> {
  const makers: Record<string, Maker> = {};
  const add = (variable: string, id: string, body?: unknown) => {
    const operation = operations.find((one) => one.id === id);
    const from = CAPTURES[id]?.from;
    if (!operation || !from) return;
    const url = `{{${{ conversation: 'BASE', template: 'TEMPLATE', batch: 'BATCH' }[operation.host]}_URL}}${pathOf(operation)}`;
    makers[variable] = { url, body: body ?? BODIES[id] ?? bodyOf(spec, operation), from, request: operation.summary };
  };
  for (const variable of CAPTURED) {
    const id = Object.keys(CAPTURES).find((one) => CAPTURES[one]?.variable === variable);
    if (id) add(variable, id);
  }
  add('APP', 'App_CreateApp', EMULATED_APP_BODY);
  add('CONVERSATION', 'Conversation_CreateConversation', SIDE_CONVERSATION_BODY);
  add('OTHER_CONTACT', 'Contact_CreateContact', OTHER_CONTACT_BODY);
  add('QUESTION', 'Messages_SendMessage', QUESTION);
  return makers;
}

/** Variables that come from parameters of operations newer than our table. */
function unknownVariables(folders: Folder[]): { key: string; value: string }[] {
  const used = new Set([...JSON.stringify(folders).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string));
  const known = new Set([...COLLECTION_VARIABLES, ...emulatorEnvironment().values].map((one) => one.key).concat('LATER'));
  return [...used].filter((name) => !known.has(name)).map((key) => ({ key, value: '' }));
}

function hostsOf(spec: Spec): Hosts {
  const template = Object.values(spec.conversation.paths).flatMap((item) => item.servers ?? [])[0]?.url;
  const { oAuth2 } = spec.conversation.components.securitySchemes ?? {};
  return {
    conversation: spec.conversation.servers[0]?.url ?? '',
    template: template ?? '',
    batch: spec.batch.servers[0]?.url ?? '',
    token: oAuth2?.flows?.clientCredentials?.tokenUrl ?? '',
  };
}
