import type { Place } from './changes.ts';
import type { Form, Forms } from './schema-form.ts';

/** Both sides of a comparison. */
export interface Sides {
  ours: Forms;
  theirs: Forms;
  /** Our name → the new name. */
  renames: Map<string, string>;
  compare(place: Place, ours: Form, theirs: Form): void;
}

/** A schema with what it inherits written out. */
export interface Body {
  form: Form;
  /** The same with the properties of the alternatives. */
  all: Form;
  /** Property → the named schema that it is inherited from. */
  owners: Record<string, string>;
  members: Body[];
  /** As it was referred to, and the name behind that. */
  original: Form;
  name: string | undefined;
  isMember?: boolean;
}

/** Bodies of two schemas of one place. Bases that both have are compared by themselves, the others are written out. */
export function bodiesOf(sides: Sides, left: Form, right: Form): [Body, Body] {
  const { ours, theirs, renames } = sides;
  const common = (left.bases ?? []).filter((base) => right.bases?.includes(renames.get(base) ?? base));
  for (const base of common) {
    sides.compare({ root: { schema: base }, steps: [] }, reference(base), reference(renames.get(base) ?? base));
  }
  return [bodyOf(ours, left, new Set(common)), bodyOf(theirs, right, new Set(common.map((base) => renames.get(base) ?? base)))];
}

export function reference(ref: string): Form {
  return { ref, source: { $ref: `#/components/schemas/${ref}` } };
}

/** What a schema says, with what it inherits. Names that are already being looked into stay closed: a schema that extends itself would not end. */
export function bodyOf(schemas: Forms, original: Form, closed = new Set<string>()): Body {
  const name = original.ref;
  const target = name === undefined ? original : (schemas[name] ?? original);
  const inside = name === undefined ? closed : new Set([...closed, name]);
  const body: Body = { form: { ...target }, all: target, owners: {}, members: [], original, name };
  for (const base of target.bases ?? [])
    if (!inside.has(base) && schemas[base]) inherit(body, base, bodyOf(schemas, reference(base), inside));
  delete body.form.bases;
  const members = (target.members ?? []).filter(({ ref }) => ref === undefined || !inside.has(ref));
  body.members.push(...members.map((one) => bodyOf(schemas, one, inside)));
  delete body.form.members;
  body.all = { ...body.form, properties: Object.assign({}, body.form.properties, ...body.members.map(({ all }) => all.properties)) };
  for (const member of body.members) {
    for (const key of Object.keys(member.all.properties ?? {})) {
      const owner = member.owners[key] ?? member.name;
      if (owner !== undefined && !(key in (body.form.properties ?? {}))) body.owners[key] = owner;
    }
  }
  return body;
}

function inherit(body: Body, base: string, { form, members, owners }: Body): void {
  const { properties = {}, required = [], words = {} } = form;
  for (const key of Object.keys(properties)) {
    if (!(key in (body.form.properties ?? {}))) body.owners[key] = owners[key] ?? base;
  }
  if (Object.keys(properties).length > 0) body.form.properties = { ...properties, ...body.form.properties };
  if (required.length > 0) body.form.required = [...new Set([...required, ...(body.form.required ?? [])])].sort();
  if (Object.keys(words).length > 0) body.form.words = { ...words, ...body.form.words };
  for (const key of ['values', 'items', 'map', 'keys'] as const) {
    if (body.form[key] === undefined && form[key] !== undefined) Object.assign(body.form, { [key]: form[key] });
  }
  body.members.push(...members);
}

/** The keys that an alternative must have, joined by `+`. */
export function groupOf({ form }: Pick<Body, 'form'>): string {
  return [...(form.required ?? [])].sort().join('+');
}
