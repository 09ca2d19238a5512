import { readFile } from 'node:fs/promises';
import type { Spec } from '../load-spec.ts';
import { jsonSchema, resolve, type Schema } from '../openapi.ts';
import { readOperations } from '../read-operations.ts';
import type { Judged } from './find-touches.ts';
import { isObject } from './json.ts';
import { bodyOf, reference } from './schema-bodies.ts';
import { type Form, type Forms, formOf, mapValues } from './schema-form.ts';
import { UpdateError } from './update-error.ts';

/** Something that production met and the types did not know. Names only, never values of people. */
export interface DriftNote {
  kind: 'field' | 'value' | 'event';
  /** `MESSAGE_INBOUND message.contact_message.foo`, `contacts.get language=XX`, or the key of an unknown event. */
  where: string;
  count: number;
  first?: string;
  last?: string;
}

/**
 * Reads a file of drift notes; packages/codegen/README.md describes it.
 *
 * @throws UpdateError when it is not one.
 */
export async function readDriftNotes(file: string): Promise<DriftNote[]> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new UpdateError(`${file} cannot be read as JSON: ${(cause as Error).message}`, { cause });
  }
  if (!isObject(content) || content.version !== 1 || !Array.isArray(content.seen)) {
    throw new UpdateError(`${file} holds no drift notes: it needs "version": 1 and a list "seen".`);
  }
  return content.seen.map((note, index) => {
    if (isNote(note)) return note;
    throw new UpdateError(`${file}: note ${index + 1} needs "kind" (field, value or event), "where" and a positive "count".`);
  });
}

function isNote(note: unknown): note is DriftNote {
  if (!isObject(note) || typeof note.where !== 'string' || note.where === '') return false;
  return ['field', 'value', 'event'].includes(String(note.kind)) && Number.isInteger(note.count) && Number(note.count) > 0;
}

/** Puts how often production met it on each change, and returns the notes that the new document does not explain either. */
export function rankByDrift(changes: Judged[], notes: DriftNote[], after: Spec): DriftNote[] {
  return notes.filter((note) => {
    const names = nameNote(note, after);
    const met = changes.filter((change) => explains(change, note, names));
    for (const change of met) change.seen = (change.seen ?? 0) + note.count;
    return met.length === 0;
  });
}

function explains(change: Judged, { kind }: DriftNote, names: string[]): boolean {
  if (kind === 'event') return change.kind === 'webhook.added' && names.includes(change.where);
  if (kind === 'value') return change.kind === 'enum.added' && names.includes(`${change.where}=${change.after}`);
  return change.kind.startsWith('property.added') && names.includes(change.where);
}

/** The names under which the new spec has what a note speaks of: `ContactMessage.foo`. */
function nameNote({ kind, where }: DriftNote, spec: Spec): string[] {
  if (kind === 'event') return eventNames(where, spec);
  const [start = '', rest = ''] = splitOnce(where, ' ');
  const [path, value] = kind === 'value' ? splitOnce(rest, '=') : [rest, undefined];
  const names = follow(
    spec,
    startSchema(spec, start),
    path.split(/[.[\]]+/).filter((key) => key !== '' && !/^\d+$/.test(key)),
  );
  return value === undefined ? names : names.map((name) => `${name}=${value}`);
}

function splitOnce(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + at.length)];
}

/** The trigger itself, or the one whose body has the key. */
function eventNames(where: string, spec: Spec): string[] {
  const forms = mapValues(spec.schemas, formOf);
  const byKey = Object.entries(spec.conversation.webhooks ?? {}).filter(([, { post }]) => {
    const schema = jsonSchema(post.requestBody);
    return schema && where in (bodyOf(forms, formOf(schema)).all.properties ?? {});
  });
  return [where, ...byKey.map(([name]) => name)];
}

/** The body of a webhook, or the answer of an operation by its id or its method. */
function startSchema(spec: Spec, start: string): Schema | undefined {
  const webhook = spec.conversation.webhooks?.[start];
  if (webhook) return jsonSchema(webhook.post.requestBody);
  for (const [document, host] of [
    [spec.conversation, 'conversation'],
    [spec.batch, 'batch'],
  ] as const) {
    const found = readOperations(document, host).find((one) => one.id === start || `${one.resource}.${one.name}` === start);
    const operation = Object.values(document.paths)
      .flatMap((item) => [item.get, item.post, item.put, item.patch, item.delete])
      .find((one) => one !== undefined && one.operationId === found?.id);
    const answer = Object.entries(operation?.responses ?? {}).find(([status]) => status.startsWith('2'))?.[1];
    if (answer) return jsonSchema(resolve(document, answer));
  }
  return undefined;
}

/** Walks the keys of a body through the schemas and names where the last one stands, and the named schema that it holds. */
function follow(spec: Spec, start: Schema | undefined, keys: string[]): string[] {
  const forms: Forms = mapValues(spec.schemas, formOf);
  let owner = '';
  let names: string[] = [];
  const enter = (form: Form | undefined): Form | undefined => {
    let current = form;
    for (; current?.ref !== undefined; current = forms[current.ref]) {
      owner = current.ref;
      names.push(owner);
    }
    if (!current?.items) return current;
    owner += '[]';
    return enter(current.items);
  };
  let form = enter(start && formOf(start));
  for (const key of keys) {
    if (!form) return [];
    const { all, owners } = bodyOf(forms, forms[owner] === form ? reference(owner) : form);
    const property = all.properties?.[key];
    owner = property ? `${owners[key] ?? owner}.${key}` : `${owner}{}`;
    names = [owner];
    form = enter(property ?? (form.map || undefined));
  }
  return names;
}
