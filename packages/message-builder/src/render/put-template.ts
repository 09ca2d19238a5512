import { change, type Draft, weaken } from './draft.ts';
import { fillPlaceholders } from './fill-placeholders.ts';
import { putTemplateWords, wordsOf } from './put-template-words.ts';
import { isRecord, type Json, ownValue, recordOf, textOf } from './read.ts';
import type { TemplatePart } from './rendered-part.ts';

/** Adds the generic message that a template holds; given, because templates are one of the things that it adds. */
export type PutContent = (draft: Draft, message: Json, prefix: string) => void;

/** A message from stored templates: the channel's own one wins on its channel. */
export function putTemplate(draft: Draft, content: Json, path: string, putContent: PutContent): void {
  const own = ownValue(content.channel_template, draft.channel);
  if (isRecord(own)) putOwnTemplate(draft, own, `${path}.channel_template.${draft.channel}`);
  else if (isRecord(content.omni_template)) putOmniTemplate(draft, content.omni_template, `${path}.omni_template`, putContent);
  else {
    draft.unknown = true;
    change(draft, 'lost', path, `No template for ${draft.channel}.`, 'inferred');
  }
}

/** A template of the Template API: its words are known when its translation is at hand. */
export function putOmniTemplate(draft: Draft, reference: Json, path: string, putContent: PutContent): void {
  const { translation } = draft;
  if (!isRecord(translation)) {
    putReference(draft, reference);
    draft.unknown = true;
    change(draft, 'note', path, 'The words of the template are stored elsewhere; pass its translation to see them.', 'unknown');
    weaken(draft, 'unknown');
    return;
  }
  const own = recordOf(ownValue(translation.channel_template_overrides, draft.channel)).template_reference;
  if (isRecord(own)) {
    change(draft, 'changed', path, `${draft.channel} has a template of its own in this translation.`, 'stated');
    putOwnTemplate(draft, own, path);
    return;
  }
  putFilled(draft, translation, reference, path, putContent);
}

function putFilled(draft: Draft, translation: Json, reference: Json, path: string, putContent: PutContent): void {
  const missing = new Set<string>();
  const filled = fillPlaceholders(translation, recordOf(reference.parameters), missing);
  for (const name of missing) {
    change(draft, 'changed', `${path}.parameters`, `No value for the placeholder ${name}: the service refuses such a message.`, 'inferred');
  }
  // A translation that refers to a template would refer to itself.
  draft.translation = undefined;
  putContent(draft, filled, 'translation.');
}

/** A template of the channel, which is its own form: its words are known where they are passed. */
function putOwnTemplate(draft: Draft, reference: Json, path: string): void {
  draft.native = true;
  const words = wordsOf(draft, reference);
  if (words) {
    putTemplateWords(draft, words, recordOf(reference.parameters), path);
    return;
  }
  putReference(draft, reference);
  change(draft, 'note', path, `The words of the template are stored on ${draft.channel}; pass them to see them.`, 'stated');
}

function putReference(draft: Draft, reference: Json): void {
  const part: TemplatePart = { kind: 'template', templateId: textOf(reference.template_id), parameters: {} };
  const language = textOf(reference.language_code);
  const version = textOf(reference.version);
  if (language !== '') part.languageCode = language;
  if (version !== '') part.version = version;
  for (const [key, value] of Object.entries(recordOf(reference.parameters))) {
    if (typeof value === 'string' && key !== '__proto__') part.parameters[key] = value;
  }
  draft.parts.push(part);
}
