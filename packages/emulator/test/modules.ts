import { dirname, join } from 'node:path/posix';

/**
 * The modules of the emulator, lowest first: a module imports from the layers below its own, and from nothing else. A folder is a module,
 * and so is each file that lies beside the folders and is named here; the other ones put it all together, and may import everything.
 */
export const LAYERS: readonly (readonly string[])[] = [
  ['emulator-error.ts', 'error-code.ts', 'on-abort.ts', 'package-file.ts', 'rate-limits.ts'],
  ['media', 'time', 'store', 'topics'],
  ['data', 'feed', 'jobs', 'news'],
  ['operations', 'contract'],
  ['requests'],
  ['resources/regions', 'resources/channels'],
  ['resources/apps'],
  ['resources/webhooks', 'resources/contacts', 'resources/templates', 'resources/consents'],
  ['resources/settings', 'resources/conversations', 'resources/capability', 'resources/transcoding'],
  ['resources/messages'],
  ['resources/events'],
  ['resources/inbound', 'resources/batch'],
  ['callbacks'],
  ['faults'],
  ['service'],
  ['claims', 'snapshots', 'views'],
  ['control', 'proxy'],
  ['settings.ts'],
  ['namespaces'],
  ['http'],
  ['seeds'],
];

/** Where all is put together: entries, the command, and what only they use. */
const TOP = 'top';

/** Sources by their path below `src`. */
export type Sources = ReadonlyMap<string, string>;

interface Import {
  from: string;
  to: string;
  /** As they are called where they come from. */
  names: string[];
}

/** The module that a file belongs to. */
export function moduleOf(path: string): string {
  const [first = '', second = '', ...rest] = path.split('/');
  if (second === '') return LAYERS.flat().includes(first) ? first : TOP;
  return first === 'resources' && rest.length > 0 ? `${first}/${second}` : first;
}

/** Imports of folders that no layer names, of what lies above or beside, and past what a folder offers. */
export function findWrongImports(sources: Sources): string[] {
  return importsOf(sources).flatMap(({ from, to }) => {
    const [importer, imported] = [moduleOf(from), moduleOf(to)];
    if (importer === imported) return [];
    const unknown = [importer, imported].find((name) => heightOf(name) < 0);
    if (unknown !== undefined) return `${unknown} stands in no layer`;
    if (heightOf(imported) >= heightOf(importer)) return `${from} imports ${to}, which is not below it`;
    return to.includes('/') && to !== `${imported}/index.ts` ? `${from} imports ${to} past the index of ${imported}` : [];
  });
}

/** What folders offer and no other module takes. */
export function findUntaken(sources: Sources): string[] {
  const imports = importsOf(sources);
  const isOffer = ({ from, to }: Import) => from === `${moduleOf(from)}/index.ts` && moduleOf(from) === moduleOf(to);
  const taken = new Set(imports.filter((one) => !isOffer(one)).flatMap(({ to, names }) => names.map((name) => `${to} ${name}`)));
  const offered = imports.filter(isOffer).flatMap(({ from, names }) => names.map((name) => `${from} ${name}`));
  return offered.filter((name) => !taken.has(name));
}

/** Which resource keeps what. The far side, `channels`, is written by all that reaches it. */
const OWNERS: Readonly<Record<string, string>> = {
  apps: 'apps',
  batches: 'batch',
  consents: 'consents',
  contacts: 'contacts',
  conversations: 'conversations',
  events: 'events',
  homes: 'regions',
  messages: 'messages',
  projectSettings: 'settings',
  templates: 'templates',
  webhooks: 'webhooks',
};

const WRITE = new RegExp(`\\b(${Object.keys(OWNERS).join('|')})\\.(put|set|delete|deleteApp|add|remove|note)\\(`, 'g');

/** Resources that write what another one keeps. */
export function findForeignWrites(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    if (!path.startsWith('resources/')) return [];
    const stores = [...text.matchAll(WRITE)].map(([, store = '']) => store);
    return stores.filter((store) => moduleOf(path) !== `resources/${OWNERS[store]}`).map((store) => `${path} writes ${store}`);
  });
}

function heightOf(name: string): number {
  return name === TOP ? LAYERS.length : LAYERS.findIndex((layer) => layer.includes(name));
}

/** The formatter writes every import in this form. */
const IMPORT = /^(?:import|export) (?:type )?\{([^}]*)\} from '(\.[^']+)';$/gm;

function importsOf(sources: Sources): Import[] {
  return [...sources].flatMap(([from, text]) =>
    [...text.matchAll(IMPORT)].map(([, names = '', specifier = '']) => ({
      from,
      to: join(dirname(from), specifier),
      names: names
        .split(',')
        .map((name) =>
          name
            .trim()
            .replace(/^type /, '')
            .replace(/ as .*/, ''),
        )
        .filter((name) => name !== ''),
    })),
  );
}
