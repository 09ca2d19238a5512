import { fillPlaceholders } from '../render/fill-placeholders.ts';
import { isRecord, type Json, ownValue, recordOf, textOf } from '../render/read.ts';
import { standIn } from '../rules/stand-in.ts';

/** What a channel gets of a message, as far as that is known here. */
export interface ContentOn {
  /** Left out where a template is stored elsewhere. */
  content?: unknown;
  /** Placeholders without a value. */
  missing: readonly string[];
  /** A template message that has none for the channel. */
  lacksTemplate?: true;
}

/** What a channel gets of a message: its own one where there is one, with the words of a template where its translation is given. */
export function contentOn(channel: string, message: Json, translation: unknown): ContentOn {
  const { kind, content } = standIn(channel, message);
  if (kind === 'explicit' || kind === 'specific') return { content: {}, missing: [] };
  const own = recordOf(content);
  if (isRecord(own.template_reference)) return fromTemplate(channel, own.template_reference, translation);
  if (!isRecord(own.template_message)) return { content: own, missing: [] };
  if (ownValue(own.template_message.channel_template, channel) !== undefined) return { content: own, missing: [] };
  if (isRecord(own.template_message.omni_template)) return fromTemplate(channel, own.template_message.omni_template, translation);
  return { missing: [], lacksTemplate: true };
}

function fromTemplate(channel: string, reference: Json, given: unknown): ContentOn {
  const translation: unknown = given;
  if (!isRecord(translation)) return { missing: [] };
  const values = recordOf(reference.parameters);
  const override = recordOf(ownValue(translation.channel_template_overrides, channel));
  const missing = new Set<string>();
  if (!isRecord(override.template_reference)) {
    const content = fillPlaceholders(translation, values, missing);
    return { content, missing: [...missing] };
  }
  for (const variable of Object.values(recordOf(override.parameter_mappings)).map(textOf))
    if (typeof ownValue(values, variable) !== 'string') missing.add(variable);
  const content = { template_message: { channel_template: { [channel]: override.template_reference } } };
  return { content, missing: [...missing] };
}
