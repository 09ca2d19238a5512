import { type Described, readOperations, type Schema } from '../contract/documents.ts';

/** A place in a request that takes a thing, and the schema under which an answer or a callback shows the same thing. */
export interface Pair {
  operation: Described;
  /** Where it stands in the body: names of fields, `[]` for an item of a list, `*` for one of a map; empty for the whole body. */
  path: readonly string[];
  request: Named;
  /** Name of the schema that is shown. */
  shown: string;
}

/** A schema that has a name, and those behind its references. */
export interface Named {
  name: string;
  schema: Schema;
  resolve: (reference: string) => Schema;
}

/** What answers and callbacks can show. */
export interface Shown {
  /** Every named object of an answer or a callback. */
  shown: ReadonlyMap<string, Named>;
  /** The names that stand under a field. */
  fields: ReadonlyMap<string, ReadonlySet<string>>;
}

type Resolve = Described['resolve'];

/** Every place of every request that takes what an answer shows; inside of what is the same schema on both sides all is the same. */
export function findPairs(shown: Shown): Pair[] {
  return readOperations().flatMap((operation) => {
    if (!operation.body) return [];
    const body = named(operation.body, operation.resolve);
    return body ? below({ operation, path: [], request: body, candidates: ownAnswer(operation) }, shown) : [];
  });
}

interface Place extends Omit<Pair, 'shown'> {
  /** Names under which the same thing may be shown. */
  candidates: readonly string[];
}

function below(place: Place, { shown, fields }: Shown, seen: readonly string[] = [], isInSame = false): Pair[] {
  const { operation, path, request, candidates } = place;
  if (seen.includes(request.name)) return [];
  const isSame = shown.has(request.name);
  const others = [...new Set(candidates)].filter((name) => {
    const answer = shown.get(name);
    return answer !== undefined && name !== request.name && (path.length === 0 || isMore(answer, request)) && hasAllOf(answer, request);
  });
  // Inside of what is the same on both sides only what is shown otherwise elsewhere is news.
  const names = isSame && !isInSame ? [request.name, ...others] : others;
  const here = names.map((name) => ({ operation, path, request, shown: name }));
  const inner = [...fieldsOf(request.schema, request.resolve)].flatMap(([field, schema]) =>
    places(schema, request.resolve).flatMap(({ steps, at }) =>
      below(
        { operation, path: [...path, field, ...steps], request: at, candidates: [...(fields.get(field) ?? [])] },
        { shown, fields },
        [...seen, request.name],
        isInSame || isSame,
      ),
    ),
  );
  return [...here, ...inner];
}

/** An injected message is shown by the message that it becomes, though the call that injects it answers nothing. */
function ownAnswer({ id, answer, resolve }: Described): string[] {
  if (id === 'Conversation_InjectMessage') return ['ConversationMessage'];
  if (id === 'Conversation_InjectEvent') return ['ConversationEvent'];
  const own = answer && named(answer, resolve);
  return own ? [own.name] : [];
}

/** Things that differ in nothing, or have one field in common, may be two things under one name. */
function isMore(answer: Named, request: Named): boolean {
  const wanted = fieldsOf(request.schema, request.resolve).size;
  return wanted > 1 && fieldsOf(answer.schema, answer.resolve).size > wanted;
}

function hasAllOf(answer: Named, request: Named): boolean {
  const has = fieldsOf(answer.schema, answer.resolve);
  const wanted = [...fieldsOf(request.schema, request.resolve).keys()];
  return wanted.length > 0 && wanted.every((field) => has.has(field));
}

/** The named objects that a schema leads to: itself, or what its list or map holds. */
export function places(schema: Schema, resolve: Resolve, steps: readonly string[] = []): { steps: readonly string[]; at: Named }[] {
  const own = named(schema, resolve);
  if (own) return [{ steps, at: own }];
  const plain = typeof schema.$ref === 'string' ? resolve(schema.$ref) : schema;
  if (plain.items) return places(plain.items as Schema, resolve, [...steps, '[]']);
  if (typeof plain.additionalProperties === 'object') return places(plain.additionalProperties as Schema, resolve, [...steps, '*']);
  return ((plain.oneOf ?? []) as Schema[]).flatMap((variant) => (variant.$ref === undefined ? [] : places(variant, resolve, steps)));
}

/** A schema that is an object with a name. */
export function named(schema: Schema, resolve: Resolve): Named | undefined {
  if (typeof schema.$ref !== 'string') return undefined;
  const target = resolve(schema.$ref);
  if (typeof target.$ref === 'string') return named(target, resolve);
  const name = schema.$ref.split('/').at(-1) ?? '';
  return fieldsOf(target, resolve).size > 0 ? { name, schema: target, resolve } : undefined;
}

/** Every field that an object may have, in whichever of its variants. */
export function fieldsOf(schema: Schema, resolve: Resolve): Map<string, Schema> {
  const plain = typeof schema.$ref === 'string' ? resolve(schema.$ref) : schema;
  const parts = [plain.allOf, plain.oneOf, plain.anyOf].flatMap((list) => (list ?? []) as Schema[]);
  const own = Object.entries((plain.properties ?? {}) as Record<string, Schema>);
  return new Map([...parts.flatMap((part) => [...fieldsOf(part, resolve)]), ...own]);
}
