import type { Schema } from '../openapi.ts';
import { type Adoption, adoptSchema } from './adopt-schema.ts';
import type { Edit } from './changes.ts';
import { coreSpot, findSpot, propertyPath } from './find-spot.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Spot } from './spec-files.ts';

type SchemaEdit = Extract<
  Edit,
  { do: 'set' | 'nullable' | 'enum' | 'add-property' | 'remove-property' | 'require' | 'replace' | 'rename-schema' }
>;

/** Does one edit of a schema. False when its place is arranged in a way that the edit cannot follow. */
export function applySchemaEdit(adoption: Adoption, edit: SchemaEdit, aliases: boolean): boolean {
  if (edit.do === 'rename-schema') return renameSchema(adoption, edit.from, edit.to, aliases);
  const outer = findSpot(adoption.files, edit.place);
  if (!outer) return false;
  if (edit.do === 'replace') return replaceSchema(adoption, outer, edit.schema);
  if (edit.do === 'nullable') return setNullable(adoption, outer, edit.nullable);
  const spot = coreSpot(adoption.files, outer);
  if (edit.do === 'enum') return changeEnum(adoption, spot, edit);
  if (edit.do === 'set') return setWord(adoption, spot, edit.word, edit.value);
  if (edit.do === 'add-property') return addProperty(adoption, spot, edit);
  return changeProperty(adoption, spot, edit);
}

/** Puts the vendor's schema in place of ours; what is ours alone lives on inside. */
export function replaceSchema(adoption: Adoption, spot: Spot, schema: Schema): boolean {
  adoption.files.adopt(spot, adoptSchema(adoption, schema, spot.file, adoption.files.get(spot)));
  return true;
}

function setWord({ files }: Adoption, spot: Spot, word: string, value: unknown): boolean {
  const place = { file: spot.file, path: [...spot.path, word] };
  if (value === undefined) files.delete(place);
  else files.set(place, value);
  return true;
}

function setNullable({ files }: Adoption, spot: Spot, nullable: boolean): boolean {
  const schema = files.get(spot);
  if (!isObject(schema)) return false;
  files.set(spot, nullable ? withNull(schema) : withoutNull(schema));
  return true;
}

function withNull(schema: JsonObject): JsonObject {
  if (typeof schema.type === 'string') {
    const values = Array.isArray(schema.enum) ? { enum: [...schema.enum, null] } : {};
    return { ...schema, type: [schema.type, 'null'], ...values };
  }
  const { description, ...core } = schema;
  return { ...(description === undefined ? {} : { description }), oneOf: [core, { type: 'null' }] };
}

function withoutNull(schema: JsonObject): JsonObject {
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== 'null');
    const values = Array.isArray(schema.enum) ? { enum: schema.enum.filter((value) => value !== null) } : {};
    return { ...schema, type: types.length === 1 ? types[0] : types, ...values };
  }
  const { oneOf, anyOf, ...outer } = schema;
  const members = [oneOf, anyOf].find(Array.isArray) ?? [];
  const core = members.find((one) => isObject(one) && one.type !== 'null');
  return { ...(isObject(core) ? core : {}), ...outer };
}

function changeEnum({ files }: Adoption, spot: Spot, { add, after, remove }: Extract<SchemaEdit, { do: 'enum' }>): boolean {
  const path = [...spot.path, 'enum'];
  const values = files.get({ file: spot.file, path });
  if (!Array.isArray(values)) return false;
  // one by one, so that the comments between values stay
  if (remove !== undefined && values.includes(remove)) files.delete({ file: spot.file, path: [...path, values.indexOf(remove)] });
  if (add !== undefined && !values.includes(add)) files.insertAfter({ file: spot.file, path: [...path, values.length] }, after, add);
  return true;
}

function addProperty(adoption: Adoption, spot: Spot, edit: Extract<SchemaEdit, { do: 'add-property' }>): boolean {
  const { files } = adoption;
  const schema = files.get(spot);
  if (!isObject(schema) || '$ref' in schema) return false;
  if (propertyPath(schema, edit.name)) return true;
  const adopted = adoptSchema(adoption, edit.schema, spot.file);
  const word = ['oneOf', 'anyOf'].find((one) => Array.isArray(schema[one]) && (schema[one] as unknown[]).every(isInline));
  if (edit.alternative && word !== undefined) {
    const path = [...spot.path, word, (schema[word] as unknown[]).length];
    files.set({ file: spot.file, path }, { properties: { [edit.name]: adopted }, required: [edit.name] });
    return true;
  }
  const holder = propertyHolder(schema);
  const path = [...spot.path, ...holder, 'properties', edit.name];
  const known = files.get({ file: spot.file, path: path.slice(0, -1) });
  files.adopt({ file: spot.file, path }, adopted, isObject(known) ? { key: edit.after } : undefined);
  if (edit.required) addRequired(adoption, { file: spot.file, path: [...spot.path, ...holder] }, edit.name);
  return true;
}

function isInline(member: unknown): boolean {
  return isObject(member) && !('$ref' in member);
}

/** Where a schema lists its own properties: at its top, or in the inline part beside its bases. */
function propertyHolder(schema: JsonObject): (string | number)[] {
  if (isObject(schema.properties) || !Array.isArray(schema.allOf)) return [];
  const index = schema.allOf.findIndex(isInline);
  return index < 0 ? [] : ['allOf', index];
}

function changeProperty(adoption: Adoption, spot: Spot, edit: Extract<SchemaEdit, { do: 'remove-property' | 'require' }>): boolean {
  const { files } = adoption;
  const schema = files.get(spot);
  const path = isObject(schema) ? propertyPath(schema, edit.name) : undefined;
  if (!path) return false;
  const holder = { file: spot.file, path: [...spot.path, ...path.slice(0, -2)] };
  if (edit.do === 'require' && edit.required) return addRequired(adoption, holder, edit.name);
  removeRequired(adoption, holder, edit.name);
  if (edit.do === 'require') return true;
  const [word, index] = path;
  const alone =
    word !== 'properties' &&
    word !== 'allOf' &&
    Object.keys(files.get({ ...holder, path: [...holder.path, 'properties'] }) ?? {}).length === 1;
  // an alternative goes with its only key
  files.delete({ file: spot.file, path: alone ? [...spot.path, word as string, index as number] : [...spot.path, ...path] });
  return true;
}

function addRequired({ files }: Adoption, holder: Spot, name: string): boolean {
  const place = { file: holder.file, path: [...holder.path, 'required'] };
  const names = files.get(place);
  noteEvidence(files, holder, Array.isArray(names) ? names : [], name);
  if (!Array.isArray(names)) files.set(place, [name]);
  else if (!names.includes(name)) files.set({ ...place, path: [...place.path, names.length] }, name);
  return true;
}

/** The document says that the key is needed: its evidence, beside that of the others. */
function noteEvidence(files: Adoption['files'], holder: Spot, others: string[], name: string): void {
  const place = { file: holder.file, path: [...holder.path, 'x-evidence'] };
  const known = files.get(place);
  if (others.includes(name) || known === undefined) return;
  const before = isObject(known) ? known : Object.fromEntries(others.map((other) => [other, known]));
  files.set(place, { ...before, [name]: 'stated' });
}

function removeRequired({ files }: Adoption, holder: Spot, name: string): void {
  const evidence = { file: holder.file, path: [...holder.path, 'x-evidence'] };
  const known = files.get(evidence);
  if (isObject(known) && name in known) {
    const { [name]: _, ...left } = known;
    const [first, ...more] = [...new Set(Object.values(left))];
    if (first === undefined) files.delete(evidence);
    else if (more.length === 0) files.set(evidence, first);
    else files.delete({ ...evidence, path: [...evidence.path, name] });
  }
  const place = { file: holder.file, path: [...holder.path, 'required'] };
  const names = files.get(place);
  if (!Array.isArray(names) || !names.includes(name)) return;
  files.delete(names.length === 1 ? place : { ...place, path: [...place.path, names.indexOf(name)] });
}

function renameSchema({ files }: Adoption, from: string, to: string, aliases: boolean): boolean {
  const file = files.schemaFile(from);
  if (file === undefined) return false;
  files.renameKey({ file, path: [from] }, to);
  const former = files.get({ file, path: [to, 'x-former-names'] });
  if (aliases) files.set({ file, path: [to, 'x-former-names'] }, [...(Array.isArray(former) ? former : []), from]);
  files.replaceRefs((ref) => (ref.endsWith(`#/${from}`) ? ref.slice(0, -from.length) + to : ref));
  return true;
}
