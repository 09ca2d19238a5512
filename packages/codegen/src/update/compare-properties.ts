import type { Edit, Place } from './changes.ts';
import type { Body } from './schema-bodies.ts';
import type { SchemaComparison } from './schema-comparison.ts';
import { describeForm, type Form } from './schema-form.ts';

/** Compares the fields of two schemas, and which of them must be there. */
export function compareProperties(comparison: SchemaComparison, place: Place, a: Body, b: Body): void {
  const [before, after] = [propertiesOf(a, b), propertiesOf(b, a)];
  // an object that lists nothing leaves everything open
  if (Object.keys(after).length === 0 && Object.keys(before).length > 0) {
    if (b.members.length === 0)
      comparison.findings.keep('type.widened', place, { do: 'replace', place, schema: b.form.source }, { before: 'its fields' });
    return;
  }
  let previous: string | undefined;
  for (const [name, form] of Object.entries(after)) {
    const [own, required] = [before[name], isRequired(b, name)];
    if (!own) {
      const edit: Edit = { do: 'add-property', place, name, schema: form.source, required, alternative: false, after: previous };
      comparison.findings.change(required ? 'property.added-required' : 'property.added', stepTo(place, name), edit, {
        after: describeForm(form),
      });
    } else {
      const owner = a.owners[name];
      const holder: Place = owner === undefined ? place : { root: { schema: owner }, steps: [] };
      if (!a.isMember && isRequired(a, name) !== required) {
        // a base of ours that is written out there may be the base of others
        const how = !required && owner !== undefined && b.owners[name] === undefined ? 'keep' : 'change';
        const edit: Edit = { do: 'require', place: holder, name, required };
        comparison.findings[how](required ? 'property.required' : 'property.optional', stepTo(holder, name), edit);
      }
      comparison.compare(stepTo(holder, name), own, form);
    }
    previous = name;
  }
  for (const [name, form] of Object.entries(before)) {
    if (after[name]) continue;
    comparison.findings.change(
      'property.removed',
      stepTo(place, name),
      { do: 'remove-property', place, name },
      { before: describeForm(form) },
    );
  }
  compareStrayRequired(comparison, place, a, b);
}

/** Keys that must be there without being described. */
function compareStrayRequired(comparison: SchemaComparison, place: Place, a: Body, b: Body): void {
  if (a.isMember) return;
  const stray = (one: Body, other: Body) =>
    (one.form.required ?? []).filter((name) => !one.all.properties?.[name] && !other.all.properties?.[name]);
  const [before, after] = [stray(a, b).join(', '), stray(b, a).join(', ')];
  if (before === after) return;
  const edit: Edit = { do: 'replace', place, schema: b.form.source };
  comparison.findings.change('required.changed', place, edit, { before: before || 'none', after: after || 'none' });
}

export function stepTo(place: Place, name: string): Place {
  return { root: place.root, steps: [...place.steps, `.${name}`] };
}

export function isRequired({ form }: Body, name: string): boolean {
  return form.required?.includes(name) ?? false;
}

/** Those of the whole, and those of its alternatives where the other side has none. */
export function propertiesOf(body: Body, other: Body): Record<string, Form> {
  return (body.members.length > 0 && other.members.length > 0 ? body.form.properties : body.all.properties) ?? {};
}
