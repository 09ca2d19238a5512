import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Spec } from '../load-spec.ts';
import { jsonSchema, refName } from '../openapi.ts';
import { ownName } from '../own-bodies.ts';

/** A page of schemas. */
export interface SchemaGroup {
  /** Name of the file, and of the address. */
  name: string;
  title: string;
  description: string;
  /** Files of `spec/schemas`, in the order of the page. */
  files: readonly string[];
}

/** The pages, in the order of the sidebar. A file that none of them names comes at the end of the last one. */
export const SCHEMA_GROUPS: readonly SchemaGroup[] = [
  {
    name: 'messages',
    title: 'Messages',
    description: 'Messages that are sent, received and stored, with their recipients and the answers of the service.',
    files: ['messages'],
  },
  {
    name: 'message-types',
    title: 'Message types',
    description: 'What a message can hold: text, media, choices, cards, carousels, lists, places, contacts and templates.',
    files: ['message-types'],
  },
  {
    name: 'channel-specific',
    title: 'Channel-specific messages',
    description: 'Messages that only WhatsApp, KakaoTalk or LINE have.',
    files: ['whatsapp', 'kakaotalk', 'line'],
  },
  {
    name: 'apps',
    title: 'Apps and settings',
    description: 'Apps, what they keep, and the settings of the project.',
    files: ['apps', 'settings'],
  },
  {
    name: 'credentials',
    title: 'Channel credentials',
    description: 'What each channel needs to be set up on an app.',
    files: ['credentials'],
  },
  {
    name: 'contacts',
    title: 'Contacts and conversations',
    description: 'People, their addresses on channels, and the conversations with them.',
    files: ['contacts', 'conversations'],
  },
  { name: 'events', title: 'Events', description: 'Typing indicators, agents, comments, reactions and other events.', files: ['events'] },
  { name: 'webhooks', title: 'Webhooks', description: 'Where callbacks go, which ones, and how they are authorised.', files: ['webhooks'] },
  {
    name: 'callbacks',
    title: 'Callbacks',
    description: 'What the service posts to a webhook.',
    files: ['callbacks', 'smart-conversations'],
  },
  { name: 'templates', title: 'Templates', description: 'Templates of both versions, and their translations.', files: ['templates'] },
  {
    name: 'batch',
    title: 'Batches, consents, capability and transcoding',
    description: 'Bulk calls, opt-out lists, and what a message becomes on a channel.',
    files: ['batch', 'consents', 'capability', 'transcoding'],
  },
  { name: 'common', title: 'Channels, identities and errors', description: 'Types that many others use.', files: ['common', 'errors'] },
];

/** The names of the schemas of each group, in the order of `spec/schemas`. */
export type GroupedSchemas = ReadonlyMap<SchemaGroup, readonly string[]>;

/**
 * Puts every schema of a spec into a group, by the file of `spec/schemas` that it stands in. A body that asks for more than the
 * schema it refers to stands behind that schema.
 */
export async function groupSchemas(spec: Spec, folder: string): Promise<GroupedSchemas> {
  const fileOf = await filesOfSchemas(folder);
  const baseOf = new Map(bodiesOf(spec));
  const known = new Set(SCHEMA_GROUPS.flatMap(({ files }) => files));
  const last = SCHEMA_GROUPS.at(-1);
  const placeOf = (name: string) => {
    const { file = '', at = Number.MAX_SAFE_INTEGER } = fileOf.get(baseOf.get(name) ?? name) ?? {};
    return { file, at };
  };
  return new Map(
    SCHEMA_GROUPS.map((group) => {
      const isMine = (name: string) => {
        const { file } = placeOf(name);
        return group.files.includes(file) || (group === last && !known.has(file));
      };
      const rank = (name: string) => [group.files.indexOf(placeOf(name).file), placeOf(name).at] as const;
      const names = Object.keys(spec.schemas).filter(isMine);
      return [group, names.sort((a, b) => rank(a)[0] - rank(b)[0] || rank(a)[1] - rank(b)[1])];
    }),
  );
}

async function filesOfSchemas(folder: string): Promise<Map<string, { file: string; at: number }>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  const places = await Promise.all(
    files.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return [...text.matchAll(/^(\w+):/gm)].map(([, schema = ''], at) => [schema, { file: basename(name, '.yaml'), at }] as const);
    }),
  );
  return new Map(places.flat());
}

/** Own bodies, each with the schema that it stands on. */
function bodiesOf({ conversation, batch }: Spec): [string, string][] {
  const items = [conversation, batch].flatMap(({ paths }) => Object.values(paths));
  return items
    .flatMap((item) => [item.post, item.put, item.patch, item.delete])
    .flatMap((operation) => {
      const schema = jsonSchema(operation?.requestBody);
      const name = schema && ownName(schema);
      return schema && name ? [[name, refName(schema) ?? '']] : [];
    });
}
