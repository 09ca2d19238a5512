import batch from '@convapi/core/batch.openapi.json' with { type: 'json' };
import conversation from '@convapi/core/openapi.json' with { type: 'json' };

/** The words of a schema that matter here. */
export interface Schema {
  $ref?: string;
  /** Beside a `$ref`: the type of a body that requires more than the schema. */
  title?: string;
  enum?: string[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** A type that the service sends and one that it takes, for the same thing. */
export interface Pair {
  /** TypeScript of what comes. */
  received: string;
  /** TypeScript of what goes. */
  sent: string;
}

interface Holder {
  content?: { 'application/json'?: { schema: Schema } };
}

interface OperationObject {
  requestBody?: Holder;
  responses: Record<string, Holder>;
}

const DOCUMENTS = [conversation, batch] as unknown as {
  paths: Record<string, Record<string, OperationObject>>;
  webhooks?: Record<string, { post: OperationObject }>;
  components: { schemas: Record<string, Schema> };
}[];
export const SCHEMAS: Record<string, Schema> = Object.assign({}, ...DOCUMENTS.map(({ components }) => components.schemas));

const nameOf = (schema: Schema | undefined) => schema?.$ref?.split('/').pop();
const bodyOf = (holder: Holder | undefined) => holder?.content?.['application/json']?.schema;

/** Schemas and properties below some roots: the names, and where each property stands. */
interface Reach {
  names: Set<string>;
  /** Name of a property → types of the places where it stands. */
  enums: Map<string, Map<string, Schema>>;
}

function reach(roots: (Schema | undefined)[]): Reach {
  const names = new Set<string>();
  const enums: Reach['enums'] = new Map();
  const note = (owner: string, key: string, value: Schema) => {
    const list = value.items !== undefined;
    const inner = value.items ?? value;
    const target = SCHEMAS[nameOf(inner) ?? ''] ?? inner;
    // one required value tells variants apart
    if (!target.enum || (target.enum.length === 1 && SCHEMAS[owner]?.required?.includes(key))) return;
    const places = enums.get(key) ?? new Map<string, Schema>();
    enums.set(key, places.set(`Value<${owner}, '${key}'>${list ? '[number]' : ''}`, target));
  };
  const visit = (schema: Schema | boolean | undefined, owner?: string): void => {
    if (!schema || typeof schema !== 'object') return;
    const name = nameOf(schema);
    if (name !== undefined) {
      if (names.has(name)) return;
      names.add(name);
      visit(SCHEMAS[name], name);
      return;
    }
    for (const [key, value] of Object.entries(schema.properties ?? {})) {
      if (owner !== undefined) note(owner, key, value);
      visit(value);
    }
    for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) visit(part, owner);
    visit(schema.items);
    visit(schema.additionalProperties);
  };
  for (const root of roots) visit(root);
  return { names, enums };
}

const OPERATIONS = DOCUMENTS.flatMap(({ paths }) =>
  Object.values(paths).flatMap((item) => Object.values(item).filter((one) => one.responses !== undefined)),
);
const CALLBACKS = DOCUMENTS.flatMap(({ webhooks = {} }) => Object.values(webhooks).map(({ post }) => bodyOf(post.requestBody)));
const ANSWERS = OPERATIONS.flatMap(({ responses }) => Object.entries(responses)).filter(([status]) => status.startsWith('2'));

/** Every type that stands for a thing. */
export const TYPES: readonly string[] = [
  ...Object.keys(SCHEMAS),
  ...OPERATIONS.flatMap(({ requestBody }) => bodyOf(requestBody)?.title ?? []),
];

const SENT = reach(OPERATIONS.map(({ requestBody }) => bodyOf(requestBody)));
const RECEIVED = reach([...ANSWERS.map(([, answer]) => bodyOf(answer)), ...CALLBACKS]);

/** Schemas that come and go under one name, so that one type serves both. */
export function sharedSchemas(): string[] {
  return [...SENT.names].filter((name) => RECEIVED.names.has(name));
}

/** `AppResponse` and `AppUpdateRequest` are both of `App`. */
function thingOf(name: string): string {
  return name.replace(/^(Create|Update|Inject)/, '').replace(/(Create|Update)?(Request|Response)$/, '');
}

/** What is asked and what is answered are no one thing. */
const ASKS = /^(Send|Get|Query|Transcode)/;

/** Pairs of schemas that name the same thing. */
export function schemaPairs(): Pair[] {
  const pairs: Pair[] = [];
  for (const sent of SENT.names) {
    for (const received of RECEIVED.names) {
      if (sent !== received && thingOf(sent) === thingOf(received) && !ASKS.test(thingOf(sent))) pairs.push({ received, sent });
    }
  }
  return pairs;
}

/** Pairs of places that have the same name and hold values of an enum, when one enum holds the other. */
export function valuePairs(): Pair[] {
  const pairs: Pair[] = [];
  for (const [key, places] of SENT.enums) {
    for (const [sent, taken] of places) {
      for (const [received, given] of RECEIVED.enums.get(key) ?? []) {
        if (given.enum?.every((value) => taken.enum?.includes(value))) pairs.push({ received, sent });
      }
    }
  }
  return pairs;
}
