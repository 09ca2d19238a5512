import type {
  AppMessage,
  ChannelTemplateReference,
  OmniMessageOverride,
  Reason,
  ReasonCode,
  TemplateMessage,
  TemplateReference,
  V2TemplateTranslation,
} from '@convapi/core';
import { fillPlaceholders } from './fill-placeholders.ts';
import { messageOn } from './message-on.ts';
import type { Templates } from './template-key.ts';
import type { TemplateRecord } from './template-record.ts';

/** What a channel gets, or why it gets nothing. */
export type ResolvedMessage = { message: AppMessage | OmniMessageOverride } | { refusal: Reason };

/** A stored template may refer to another one, but not for ever. */
const MOST_STEPS = 3;

/** The message as a channel gets it: its own one where there is one, with stored templates looked up and filled in. */
export function resolveMessage(templates: Templates, channel: string, message: AppMessage): ResolvedMessage {
  const own: Partial<Record<string, string>> = message.explicit_channel_message ?? {};
  if (own[channel] !== undefined) return { message };
  return resolveContent(templates, channel, messageOn(channel, message), 0);
}

interface Content {
  template_message?: TemplateMessage;
  template_reference?: TemplateReference;
}

function resolveContent(templates: Templates, channel: string, message: AppMessage | OmniMessageOverride, steps: number): ResolvedMessage {
  const { template_message: template, template_reference: reference } = message as Content;
  if (reference) return resolveTemplate(templates, channel, reference, steps);
  if (!template) return { message };
  const byChannel: Partial<Record<string, object>> = 'channel_template' in template ? template.channel_template : {};
  if (byChannel[channel] !== undefined) return { message };
  if ('omni_template' in template) return resolveTemplate(templates, channel, template.omni_template, steps);
  return refuse('TEMPLATE_NOT_FOUND', `The message has no template for ${channel}`);
}

function resolveTemplate(templates: Templates, channel: string, reference: TemplateReference, steps: number): ResolvedMessage {
  const template = templates.get(reference.template_id);
  if (!template || steps >= MOST_STEPS) return refuse('TEMPLATE_NOT_FOUND', `Template ${reference.template_id} was not found`);
  const translation = findTranslation(template, reference);
  if (!translation) {
    const language = reference.language_code ?? template.wire.default_translation;
    const description = `Template ${reference.template_id} has no version ${reference.version} in ${language}`;
    return refuse('TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION', description);
  }
  const missing = new Set<string>();
  const message = fillTranslation(channel, translation, reference.parameters ?? {}, missing);
  if (missing.size > 0) return refuse('TEMPLATE_INSUFFICIENT_PARAMETERS', `The template needs values for ${[...missing].join(', ')}`);
  return resolveContent(templates, channel, message, steps + 1);
}

/** `latest` is known from the dashboard; any other version is looked up as it is. */
function findTranslation({ wire, history }: TemplateRecord, { language_code: code, version }: TemplateReference) {
  const language = plain(code || wire.default_translation);
  const found = history.filter((translation) => plain(translation.language_code) === language);
  return version === 'latest' ? found.at(-1) : found.find((translation) => translation.version === version);
}

/** `en-US` and `en_US` both work. */
function plain(languageCode: string): string {
  return languageCode.replaceAll('_', '-').toLowerCase();
}

function fillTranslation(
  channel: string,
  translation: V2TemplateTranslation,
  values: Readonly<Record<string, string>>,
  missing: Set<string>,
): AppMessage {
  const {
    channel_template_overrides: overrides,
    language_code: _code,
    version: _version,
    variables: _variables,
    create_time: _created,
    update_time: _updated,
    ...message
  } = translation;
  const byChannel: Partial<Record<string, ChannelTemplateReference>> = overrides ?? {};
  const override = byChannel[channel];
  return override?.template_reference ? toChannelTemplate(channel, override, values, missing) : fillPlaceholders(message, values, missing);
}

/** The template of the channel itself, with the values of ours under its names. */
function toChannelTemplate(
  channel: string,
  { template_reference: reference, parameter_mappings: mappings = {} }: ChannelTemplateReference,
  values: Readonly<Record<string, string>>,
  missing: Set<string>,
): AppMessage {
  const mapped = Object.entries(mappings).map(([name, variable]) => {
    const value = Object.hasOwn(values, variable) ? values[variable] : undefined;
    if (value === undefined) missing.add(variable);
    return [name, value ?? ''];
  });
  const parameters = { ...reference?.parameters, ...Object.fromEntries(mapped) };
  return { template_message: { channel_template: { [channel]: { ...reference, parameters } } } } as AppMessage;
}

function refuse(code: ReasonCode, description: string): ResolvedMessage {
  return { refusal: { code, description, sub_code: 'UNSPECIFIED_SUB_CODE' } };
}
