import type { AppMessage, V2TemplateResponse } from '@convapi/core';
import { signal } from '@preact/signals';
import type { Desk } from '../state/desk.ts';
import type { TemplateDraft } from './draft.ts';

export type Translation = NonNullable<V2TemplateResponse['translations']>[number];

type TemplateState =
  | { is: 'unread' }
  | { is: 'reading' }
  | { is: 'read'; list: readonly V2TemplateResponse[] }
  | { is: 'failed'; problem: string };

/** The templates of the project, read when they are first needed. */
export const templates = signal<TemplateState>({ is: 'unread' });

export async function readTemplates(desk: Desk): Promise<void> {
  if (templates.peek().is === 'reading') return;
  templates.value = { is: 'reading' };
  const answer = await desk.templates();
  templates.value = typeof answer === 'string' ? { is: 'failed', problem: answer } : { is: 'read', list: answer };
}

/** The words of the chosen template, where they are at hand. */
export function translationOf({ source, id, language, version }: TemplateDraft): Translation | undefined {
  return source === 'project' ? findTranslation(id, language, version) : undefined;
}

/** The words that a message from a template of the project was sent with, where they are at hand. */
export function translationFor(message: AppMessage | undefined): Translation | undefined {
  const content = message?.template_message;
  const reference = content && 'omni_template' in content ? content.omni_template : undefined;
  return reference && findTranslation(reference.template_id, reference.language_code, String(reference.version));
}

function findTranslation(id: string, language: string | undefined, version: string): Translation | undefined {
  const { value } = templates;
  if (value.is !== 'read') return undefined;
  return value.list
    .find((template) => template.id === id)
    ?.translations?.find((one) => one.language_code === language && String(one.version ?? '') === version);
}

/** The placeholders of a translation, with what they may look like. */
export function variablesOf(translation: Translation | undefined): { key: string; sample: string }[] {
  return (translation?.variables ?? []).flatMap(({ key, preview_value: sample }) => (key ? [{ key, sample: sample ?? '' }] : []));
}
