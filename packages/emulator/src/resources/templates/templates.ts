import type { V2Template, V2TemplateTranslation } from '@convapi/core';
import { invalidField, notFound, type Operation, Refusal } from '../../operations/index.ts';
import { type Clock, toTimestamp } from '../../time/index.ts';
import { calledRegion, type RegionsWorld } from '../regions/index.ts';
import { checkTemplate } from './check-template.ts';
import { templateKey } from './template-key.ts';
import type { TemplateRecord } from './template-record.ts';

/** What the operations on templates work with. */
export interface TemplatesWorld extends RegionsWorld {
  clock: Clock;
  newId: () => string;
  store: RegionsWorld['store'] & {
    /** By {@link templateKey}. */
    templates: Map<string, TemplateRecord>;
  };
}

export const createTemplate: Operation<TemplatesWorld> = (world, { body }) => {
  const request = body as V2Template;
  checkTemplate(request);
  const id = request.id || world.newId();
  if (world.store.templates.has(keyOf(world, id)))
    throw new Refusal('ALREADY_EXISTS', `Template ${id} exists already. Replace it with PUT.`);
  return save(world, request, { id, version: 1, createTime: toTimestamp(world.clock.now()), history: [] });
};

export const getTemplate: Operation<TemplatesWorld> = (world, { params }) =>
  withLatest(requireTemplate(world, params.template_id ?? '').wire);

export const listTemplates: Operation<TemplatesWorld> = (world) => {
  const prefix = keyOf(world, '');
  const found = [...world.store.templates].filter(([key]) => key.startsWith(prefix));
  return { templates: found.map(([, { wire }]) => withLatest(wire)) };
};

export const updateTemplate: Operation<TemplatesWorld> = (world, { params, body }) => {
  const given = body as Partial<V2Template>;
  const { wire, history } = requireTemplate(world, params.template_id ?? '');
  // Only these two are asked for; that the rest stays as it is without them is a guess.
  const request = {
    ...given,
    default_translation: given.default_translation ?? wire.default_translation,
    translations: given.translations ?? wire.translations,
  };
  checkTemplate(request);
  if (request.id === undefined) throw invalidField('id', `is required: it is ${wire.id}`);
  if (request.version === undefined) throw invalidField('version', `is required: the current one is ${wire.version}`);
  if (request.version !== wire.version) {
    const message = `Template ${wire.id} is at version ${wire.version}, not ${request.version}. Read it and change that one.`;
    throw new Refusal('ABORTED', message, [{ field: 'version', description: `is not the current one, ${wire.version}` }]);
  }
  const createTime = wire.create_time ?? '';
  return save(world, request, { id: wire.id, version: wire.version + 1, createTime, history });
};

export const deleteTemplate: Operation<TemplatesWorld> = (world, { params }) => {
  world.store.templates.delete(keyOf(world, requireTemplate(world, params.template_id ?? '').wire.id));
  return {};
};

/** Older versions of translations too: a message may ask for them. */
export const listTranslations: Operation<TemplatesWorld> = (world, { params, query }) => {
  const { history } = requireTemplate(world, params.template_id ?? '');
  const { language_code: language, translation_version: version } = query;
  const ofLanguage = history.filter((one) => language === undefined || one.language_code === language);
  if (version === LATEST) return { translations: toLatest(ofLanguage) };
  return { translations: ofLanguage.filter((one) => version === undefined || one.version === version) };
};

/** The version that stands for the newest one. */
const LATEST = 'latest';

/** The newest translation of each language, under the version that stands for it. */
function toLatest(translations: readonly V2TemplateTranslation[]): V2TemplateTranslation[] {
  const byLanguage = new Map(translations.map((one) => [one.language_code, { ...one, version: LATEST }]));
  return [...byLanguage.values()];
}

/** Whoever reads a template gets each translation twice, as was observed. */
function withLatest(wire: TemplateRecord['wire']): TemplateRecord['wire'] {
  return { ...wire, translations: wire.translations.flatMap((one) => [one, ...toLatest([one])]) };
}

/** Of a template that was read the second copies are left out, which say nothing new. */
function withoutLatest(translations: readonly V2TemplateTranslation[]): V2TemplateTranslation[] {
  const isCopy = ({ language_code: language, version }: V2TemplateTranslation) =>
    version === LATEST && translations.some((other) => other.language_code === language && other.version !== LATEST);
  return translations.filter((one) => !isCopy(one)).map((one) => (one.version === LATEST ? withoutVersion(one) : one));
}

function withoutVersion({ version: _version, ...rest }: V2TemplateTranslation): V2TemplateTranslation {
  return rest as V2TemplateTranslation;
}

function keyOf(world: TemplatesWorld, id: string): string {
  return templateKey(calledRegion(world), id);
}

function requireTemplate(world: TemplatesWorld, id: string): TemplateRecord {
  const template = world.store.templates.get(keyOf(world, id));
  if (!template) throw notFound('Template', id);
  return template;
}

interface Version {
  id: string;
  version: number;
  createTime: string;
  history: V2TemplateTranslation[];
}

function save(world: TemplatesWorld, request: V2Template, { id, version, createTime, history }: Version): object {
  const now = toTimestamp(world.clock.now());
  const translations = withoutLatest(request.translations).map((given): V2TemplateTranslation => {
    const own = { ...given, version: given.version || String(version), variables: given.variables ?? [] };
    const known = history.find((one) => isSameVersion(one, own));
    return { ...own, create_time: known?.create_time ?? now, update_time: now };
  });
  const kept = history.filter((one) => !translations.some((other) => isSameVersion(one, other)));
  const wire = {
    id,
    description: request.description ?? '',
    version,
    default_translation: request.default_translation,
    translations,
    create_time: createTime,
    update_time: now,
  };
  world.store.templates.set(keyOf(world, id), { wire, history: [...kept, ...translations] });
  return wire;
}

function isSameVersion(a: V2TemplateTranslation, b: V2TemplateTranslation): boolean {
  return a.language_code === b.language_code && a.version === b.version;
}
