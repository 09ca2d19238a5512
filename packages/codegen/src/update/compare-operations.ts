import type { Edit, Root } from './changes.ts';
import { addressOf, type BodyForm, type OperationForm, type ParameterForm } from './document-form.ts';
import type { Pair } from './pair.ts';
import type { Kind } from './rules.ts';
import type { SchemaComparison } from './schema-comparison.ts';
import { describeForm, type Form, mapValues, saysAnything } from './schema-form.ts';

type Tell = (kind: Kind, edit: Edit, words?: { before?: string; after?: string }) => void;

/** Compares an operation with what it has become. */
export function compareOperation({ ours, theirs }: Pair, schemas: SchemaComparison): void {
  const id = ours.id as string;
  const tell: Tell = (kind, edit, words = {}) => schemas.findings.add({ kind, where: id, operation: id, ...words, edit });
  compareAddress(ours, theirs, tell);
  // an id that no method can be made from is not a better name
  if (theirs.id !== undefined && theirs.id !== id && /^\w+_\w+$/.test(theirs.id)) {
    tell('operation.renamed', { do: 'rename-operation', operation: id, to: theirs.id }, { before: id, after: theirs.id });
  }
  if (ours.deprecated !== theirs.deprecated) {
    const edit: Edit = { do: 'deprecate-operation', operation: id, deprecated: theirs.deprecated };
    if (theirs.deprecated) tell('operation.deprecated', edit);
    else schemas.findings.stay({ kind: 'word.withdrawn', where: id, operation: id, before: 'deprecated', edit });
  }
  compareParameters(id, ours, theirs, schemas);
  compareBody(id, ours.body, theirs.body, schemas, tell);
  compareAnswers(id, ours, theirs, schemas, tell);
}

function compareAddress(ours: OperationForm, theirs: OperationForm, tell: Tell): void {
  const [before, after] = [ours, theirs].map(({ method, path }) => addressOf(method, path));
  if (before === after) return;
  const count = ({ path }: OperationForm) => path.split('{').length;
  const edit: Edit = { do: 'move-operation', operation: ours.id as string, to: theirs };
  tell(count(ours) === count(theirs) ? 'operation.moved' : 'operation.arguments', edit, {
    before: `${ours.method.toUpperCase()} ${ours.path}`,
    after: `${theirs.method.toUpperCase()} ${theirs.path}`,
  });
}

function compareParameters(id: string, ours: OperationForm, theirs: OperationForm, schemas: SchemaComparison): void {
  const tell = (kind: Kind, { in: place, name }: ParameterForm, edit: Edit, words: { before?: string; after?: string } = {}): void =>
    schemas.findings.add({ kind, where: `${id} ${place} ${name}`, operation: id, ...words, edit });
  let previous: string | undefined;
  for (const [key, one] of Object.entries(theirs.parameters)) {
    const same = ours.parameters[key];
    if (same) compareParameter(id, same, one, schemas, tell);
    else if (one.in === 'query') {
      const edit: Edit = { do: 'add-parameter', operation: id, parameter: one.source, after: previous };
      tell(one.required ? 'parameter.added-required' : 'parameter.added', one, edit, { after: describeForm(one.form) });
    }
    if (one.in === 'query') previous = one.name;
  }
  for (const [key, one] of Object.entries(ours.parameters)) {
    if (one.in !== 'query' || theirs.parameters[key]) continue;
    const edit: Edit = { do: 'remove-parameter', operation: id, in: one.in, name: one.name };
    tell('parameter.removed', one, edit, { before: describeForm(one.form) });
  }
}

function compareParameter(
  id: string,
  ours: ParameterForm,
  theirs: ParameterForm,
  schemas: SchemaComparison,
  tell: (kind: Kind, parameter: ParameterForm, edit: Edit, words?: { before?: string; after?: string }) => void,
): void {
  const set = (words: Record<string, unknown>): Edit => ({ do: 'set-parameter', operation: id, in: ours.in, name: ours.name, words });
  // parameters of a path are always there
  if (ours.in === 'query' && ours.required !== theirs.required) {
    tell(theirs.required ? 'parameter.required' : 'parameter.optional', ours, set({ required: theirs.required || undefined }));
  }
  if (theirs.deprecated && !ours.deprecated) tell('parameter.deprecated', ours, set({ deprecated: true }));
  else if (ours.deprecated && !theirs.deprecated) {
    const where = `${id} ${ours.in} ${ours.name}`;
    schemas.findings.stay({ kind: 'word.withdrawn', where, operation: id, before: 'deprecated', edit: set({ deprecated: undefined }) });
  }
  // how a list is written says nothing where there is none
  if (ours.style !== theirs.style && [ours, theirs].some(({ form }) => form.types?.includes('array') || form.types?.includes('object'))) {
    const { style, explode } = theirs.source;
    tell('parameter.style', ours, set({ style, explode }), { before: ours.style, after: theirs.style });
  }
  schemas.compare({ root: { operation: id, in: ours.in, parameter: ours.name }, steps: [] }, ours.form, theirs.form);
}

function compareBody(id: string, ours: BodyForm | undefined, theirs: BodyForm | undefined, schemas: SchemaComparison, tell: Tell): void {
  const edit: Edit = { do: 'body', operation: id, schema: theirs?.form?.source };
  if (ours?.form && theirs?.form && ours.required !== theirs.required) {
    const set: Edit = { do: 'body-required', operation: id, required: theirs.required };
    // ours says so on every body; documents are careless with it
    if (theirs.required) tell('body.required', set);
    else schemas.findings.stay({ kind: 'body.optional', where: id, operation: id, edit: set });
  }
  if (sameMedia('body', ours, theirs, edit, tell))
    compareWhole({ operation: id, in: 'body', parameter: '' }, ours?.form, theirs?.form, schemas, (kind) =>
      tell(`body.${kind}`, edit, words(ours?.form, theirs?.form)),
    );
}

function compareAnswers(id: string, ours: OperationForm, theirs: OperationForm, schemas: SchemaComparison, tell: Tell): void {
  const [left, right] = [Object.entries(ours.answers), Object.entries(theirs.answers)];
  const [first, other] = [left[0], right[0]];
  // a document that lists errors only, or a default, leaves the answer open
  if (!first || !other) return;
  const codes = [left, right].map((answers) =>
    answers
      .map(([status]) => status)
      .sort()
      .join(', '),
  );
  if (codes[0] !== codes[1] && codes[1] !== '2XX') {
    const after = mapValues(theirs.answers, ({ form }) => form?.source);
    const edit: Edit = { do: 'status', operation: id, before: left.map(([status]) => status), after };
    tell('answer.status', edit, { before: codes[0] as string, after: codes[1] as string });
  }
  for (const [status, before] of left) {
    const after = theirs.answers[status] ?? (left.length === 1 || right.length === 1 ? other[1] : undefined);
    if (!after) continue;
    const edit: Edit = { do: 'response', operation: id, status, schema: after.form?.source };
    if (!sameMedia('answer', before, after, edit, tell)) continue;
    compareWhole({ operation: id, in: 'answer', parameter: '' }, before.form, after.form, schemas, (kind) =>
      tell(`answer.${kind}`, edit, words(before.form, after.form)),
    );
  }
}

/** Whether both are of one kind of content; tells when they are not. */
function sameMedia(what: 'body' | 'answer', ours: BodyForm | undefined, theirs: BodyForm | undefined, edit: Edit, tell: Tell): boolean {
  const [before, after] = [ours?.media, theirs?.media];
  if (before === after || before === undefined || after === undefined) return true;
  tell(`${what}.media`, edit, { before, after });
  return false;
}

function words(before: Form | undefined, after: Form | undefined): { before: string; after: string } {
  return { before: describeForm(before), after: describeForm(after) };
}

/** A body as a whole: it may come, go, or become another; otherwise its inside is compared. */
function compareWhole(
  root: Root,
  before: Form | undefined,
  after: Form | undefined,
  schemas: SchemaComparison,
  tell: (kind: 'added' | 'removed' | 'replaced') => void,
): void {
  if (after && isOpen(after)) return;
  if (!before && !after) return;
  if (!before || !after) {
    tell(before ? 'removed' : 'added');
    return;
  }
  const isOther = before.ref !== undefined && after.ref !== undefined && !schemas.isSame(before.ref, after.ref);
  if (!isOther) schemas.compare({ root, steps: [] }, before, after);
  else if (!schemas.sayTheSame(before, after)) tell('replaced');
}

/** `{}` and `type: object` without anything else. */
function isOpen(form: Form): boolean {
  return !saysAnything({ ...form, types: undefined as never }) && (form.types ?? ['object']).join() === 'object';
}
