import { flatten, type JsonSchema } from './json-schema.ts';

/** What is asked of an OpenAPI document. */
export interface OpenApiDocument {
  resolve(ref: string): JsonSchema | undefined;
  /** Schema of the answer of an operation. */
  answerOf(method: string, pathTemplate: string): JsonSchema | undefined;
  /** Schema of the body of a callback. */
  bodyOf(trigger: string): JsonSchema | undefined;
  /** What every callback has. */
  envelopeKeys(): ReadonlySet<string>;
}

interface Content {
  content?: { 'application/json'?: { schema?: JsonSchema } };
}

interface OpenApi {
  paths: Record<string, Record<string, { responses?: Record<string, Content & { $ref?: string }> }>>;
  webhooks?: Record<string, { post: { requestBody: Content } }>;
  components: Record<string, Record<string, unknown>>;
}

/** What is asked of a document, over its JSON. */
export function toDocument(json: object): OpenApiDocument {
  const { paths, webhooks = {}, components } = json as OpenApi;
  const find = (ref: string): unknown => {
    const [, , kind = '', key = ''] = ref.split('/');
    return components[kind]?.[key];
  };
  const resolve = (ref: string) => find(ref) as JsonSchema | undefined;
  const schemaOf = (content: Content | undefined) => content?.content?.['application/json']?.schema;
  const bodyOf = (trigger: string) => (Object.hasOwn(webhooks, trigger) ? schemaOf(webhooks[trigger]?.post.requestBody) : undefined);
  return {
    resolve,
    bodyOf,
    answerOf(method, pathTemplate) {
      const responses = paths[pathTemplate]?.[method.toLowerCase()]?.responses ?? {};
      const answer = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
      return schemaOf(answer?.$ref === undefined ? answer : (find(answer.$ref) as Content));
    },
    envelopeKeys() {
      const keysOf = (schema: JsonSchema) => flatten([schema], resolve).flatMap(({ properties = {} }) => Object.keys(properties));
      const lists = Object.keys(webhooks).map((trigger) => keysOf(bodyOf(trigger) ?? {}));
      return new Set(lists[0]?.filter((key) => lists.every((list) => list.includes(key))));
    },
  };
}
