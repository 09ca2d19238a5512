import { emitTypes } from './emit-types.ts';
import type { Spec } from './load-spec.ts';
import { commentLines, literal, memberName } from './names.ts';
import { type Document, jsonSchema, refName, type Schema } from './openapi.ts';
import { prepareSchemas } from './prepare-schemas.ts';

/** Enum component → name of its list, and values that nobody would pick from a list. */
const LISTS: Record<string, { name?: string; omit?: string[] }> = {
  // the old Viber bots: contacts may still have them, nobody can set them up
  ConversationChannel: { name: 'CHANNELS', omit: ['CHANNEL_UNSPECIFIED', 'VIBER'] },
  ConversationDirection: { name: 'DIRECTIONS' },
  WebhookTrigger: { omit: ['UNSPECIFIED_TRIGGER'] },
};

/** Types of core that generated types refer to, in a hand-written file. */
export const OPEN_TYPES = ['JsonObject', 'KeyedBy', 'Unrecognized'];

/** `schemas.ts`: a declaration for each schema of both documents. */
export async function emitSchemas(spec: Spec): Promise<string> {
  return [
    `import type { ${OPEN_TYPES.join(', ')} } from '../open-types.ts';`,
    '',
    await emitTypes(prepareSchemas(spec.schemas)),
    ...formerNames(spec).map(([former, name]) => `${renamedNote(name)}\nexport type ${former} = ${name};\n`),
  ].join('\n');
}

/** Old name → new name of the schemas whose old names are kept as aliases, and of nothing else. */
function formerNames(spec: Spec): [former: string, name: string][] {
  return Object.entries(spec.schemas)
    .flatMap(([name, schema]) => (schema['x-former-names'] ?? []).map((former): [string, string] => [former, name]))
    .filter(([former]) => !spec.schemas[former])
    .sort();
}

function renamedNote(name: string): string {
  return `/** @deprecated Renamed: use {@link ${name}}. */`;
}

/** `values.ts`: the values of each named enum, and the regions, as frozen lists. */
export function emitValues(spec: Spec): string {
  const lines: string[] = [];
  const regions = spec.conversation.servers[0]?.variables?.region?.enum ?? [];
  lines.push('/** Regions that the service runs in. An app and all that belongs to it live in one. */', constant('REGIONS', regions), '');
  lines.push('/** A region of the service. */', 'export type Region = (typeof REGIONS)[number];', '');
  for (const [name, schema] of Object.entries(spec.schemas).sort(byName)) {
    if (!schema.enum) continue;
    const { name: list = listName(name), omit = [] } = LISTS[name] ?? {};
    const without = omit.length > 0 ? `, without \`${omit.join('`, `')}\`` : '';
    lines.push(`/** The known values of {@link ${name}}${without}. */`);
    lines.push(
      constant(
        list,
        schema.enum.filter((value) => value !== null).filter((value) => !omit.includes(String(value))),
        name,
      ),
      '',
      `/** Whether a value is one of {@link ${list}}; the other values that an answer may hold are not known to these types. */`,
      `export function is${name.replace(/Enum$/, '')}(value: unknown): value is (typeof ${list})[number] {`,
      `  return isOneOf(${list}, value);`,
      '}',
      '',
    );
  }
  for (const [former, name] of formerNames(spec)) {
    const [old, list] = [former, name].map((one) => LISTS[one]?.name ?? listName(one)) as [string, string];
    if (spec.schemas[name]?.enum && old !== list) lines.push(`${renamedNote(list)}\nexport const ${old} = ${list};`, '');
  }
  const enums = Object.entries(spec.schemas)
    .filter(([, schema]) => schema.enum)
    .map(([name]) => name)
    .sort();
  return ["import { isOneOf } from '../open-types.ts';", `import type { ${enums.join(', ')} } from './schemas.ts';`, '', ...lines].join(
    '\n',
  );
}

/** `webhook-events.ts`: the union of the callbacks and the key that tells them apart. */
export function emitWebhookEvents(document: Document): string {
  const events = Object.entries(document.webhooks ?? {}).map(([trigger, { post }]) => {
    const name = refName(jsonSchema(post.requestBody));
    if (!name) throw new Error(`[@convapi/codegen] webhook ${trigger}: give the body a schema of its own.`);
    return { trigger, name, key: payloadKey(document, name), summary: post.summary ?? trigger };
  });
  const imports = [...new Set(events.map(({ name }) => name))].sort();
  return [
    `import type { ${imports.join(', ')} } from './schemas.ts';`,
    '',
    '/** Key of the payload in the body of a callback → the trigger it belongs to. Bodies do not name their trigger. */',
    'export const WEBHOOK_PAYLOAD_KEYS = {',
    ...events.map(({ trigger, key }) => `  ${memberName(key)}: ${literal(trigger)},`),
    '} as const;',
    '',
    '/** A callback of a kind that is not known here: kept as it came, so that nothing is lost. */',
    'export interface UnknownWebhookEvent {',
    "  trigger: 'UNKNOWN';",
    '  app_id?: string;',
    '  project_id?: string;',
    '  [key: string]: unknown;',
    '}',
    '',
    '/** The event of each trigger. */',
    'export interface WebhookEvents {',
    ...events.flatMap(({ trigger, name, key, summary }) => [
      `  /** ${commentLines(summary).join(' ')} */`,
      `  ${memberName(trigger)}: ${name} & { trigger: ${literal(trigger)}; ${memberName(key)}: NonNullable<${name}[${literal(key)}]> };`,
    ]),
    '}',
    '',
    '/** Any known callback, told apart by `trigger`. */',
    'export type KnownWebhookEvent = WebhookEvents[keyof WebhookEvents];',
    '',
    '/** Any callback. `trigger` narrows it; `UNKNOWN` is what a newer service may send. */',
    'export type WebhookEvent = KnownWebhookEvent | UnknownWebhookEvent;',
    '',
  ].join('\n');
}

function payloadKey(document: Document, name: string): string {
  const { schemas } = document.components;
  const own = (schemas[name]?.allOf ?? []).filter((part) => !part.$ref).flatMap((part) => Object.keys(part.properties ?? {}));
  const [key, ...more] = own;
  if (key === undefined || more.length > 0)
    throw new Error(`[@convapi/codegen] ${name} needs exactly one payload key beside the envelope.`);
  return key;
}

function constant(name: string, values: (string | number | boolean)[], type?: string): string {
  const list = values.map(literal).join(', ');
  return type ? `export const ${name} = [${list}] as const satisfies readonly ${type}[];` : `export const ${name} = [${list}] as const;`;
}

/** `DeliveryStatus` → `DELIVERY_STATUSES`. */
function listName(name: string): string {
  const words = name
    .replace(/Enum$/, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase();
  if (words.endsWith('S')) return `${words}ES`;
  return /[^AEIOU]Y$/.test(words) ? `${words.slice(0, -1)}IES` : `${words}S`;
}

function byName([a]: [string, Schema], [b]: [string, Schema]): number {
  return a < b ? -1 : 1;
}
