import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { isMap, isPair, isScalar, isSeq, parseDocument, Scalar, visit, type Document as YamlDocument } from 'yaml';
import type { OurDocument } from './document-kinds.ts';
import { at, fromPointer, isObject, type JsonObject, toPointer } from './json.ts';

export type Path = (string | number)[];

/** Somewhere in one of our YAML files. */
export interface Spot {
  file: string;
  path: Path;
}

/** What stands above text that came from the vendor, until somebody has rewritten it. */
export const VENDOR_WORDS = " The texts below are the vendor's: put them in our own words.";

/** The YAML files of `spec/`, opened so that comments and order survive. */
export interface SpecFiles {
  /** Plain content at a spot. */
  get(spot: Spot): unknown;
  set(spot: Spot, value: unknown): void;
  /** Like `set`, with a note above it when texts came with it; what is new stands behind `after`, else at the end. */
  adopt(spot: Spot, value: unknown, after?: { key: string | undefined }): void;
  delete(spot: Spot): void;
  /** Puts a key into a map, or an item into a list, right after another one; first, when there is no other. */
  insertAfter(spot: Spot, after: string | number | boolean | undefined, value: unknown): void;
  /** Puts an item into a list, at the position that the spot ends with. */
  insertAt(spot: Spot, value: unknown): void;
  renameKey(spot: Spot, name: string): void;
  /** Replaces text below `$ref` and in the mapping of discriminators. */
  replaceRefs(change: (ref: string, file: string) => string): void;
  names(): string[];
  /** File that holds a named schema. */
  schemaFile(name: string): string | undefined;
  /** Notes that a schema will be in a file, before it is there. */
  plan(name: string, file: string): void;
  /** A reference from a file to a named schema. */
  refTo(name: string, from: string): string;
  /** The item of a path, by the reference in the root document. */
  pathItem(document: OurDocument, path: string): Spot | undefined;
  /** Writes what changed and returns the names of the files. */
  save(): Promise<string[]>;
}

export async function openSpecFiles(folder: string): Promise<SpecFiles> {
  const documents = new Map<string, YamlDocument.Parsed | YamlDocument>();
  const texts = new Map<string, string>();
  const planned = new Map<string, string>();
  const dirty = new Set<string>();
  for (const name of await listYaml(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    texts.set(name, text);
    documents.set(name, parseDocument(text));
  }

  const open = (file: string): YamlDocument => {
    const known = documents.get(file);
    if (known) return known;
    const fresh = parseDocument('{}\n');
    if (isMap(fresh.contents)) fresh.contents.flow = false;
    documents.set(file, fresh);
    return fresh;
  };
  const get = ({ file, path }: Spot): unknown => {
    const node: unknown = path.length === 0 ? documents.get(file)?.contents : documents.get(file)?.getIn(path, true);
    return hasToJson(node) ? node.toJSON() : node;
  };
  const set = ({ file, path }: Spot, value: unknown): void => {
    dirty.add(file);
    const document = open(file);
    document.setIn(path, document.createNode(value));
  };
  const schemaFile = (name: string): string | undefined =>
    [...documents.keys()].find((file) => file.startsWith('schemas/') && documents.get(file)?.has(name)) ?? planned.get(name);

  const insertAfter = ({ file, path }: Spot, after: string | number | boolean | undefined, value: unknown): void => {
    const parent = path.slice(0, -1);
    const document = open(file);
    const holder = parent.length === 0 ? document.contents : document.getIn(parent, true);
    if (!isMap(holder) && !isSeq(holder)) {
      set({ file, path }, value);
      return;
    }
    dirty.add(file);
    const isAfter = (item: unknown) => plainOf(isPair(item) ? item.key : item) === after;
    const index = after === undefined ? 0 : holder.items.findIndex(isAfter) + 1 || holder.items.length;
    if (isMap(holder)) holder.items.splice(index, 0, document.createPair(path.at(-1), value));
    else holder.items.splice(index, 0, document.createNode(value));
  };

  return {
    get,
    set,
    insertAfter,
    schemaFile,
    adopt(spot, value, after) {
      const known = descriptionsIn(get(spot));
      if (after && get(spot) === undefined) insertAfter(spot, after.key, value);
      else set(spot, value);
      if (descriptionsIn(value).some((text) => !known.includes(text))) comment(open(spot.file), spot.path);
    },
    delete({ file, path }) {
      dirty.add(file);
      open(file).deleteIn(path);
    },
    insertAt({ file, path }, value) {
      const list = open(file).getIn(path.slice(0, -1), true);
      if (!isSeq(list)) return;
      dirty.add(file);
      list.items.splice(Number(path.at(-1)), 0, open(file).createNode(value));
    },
    renameKey({ file, path }, name) {
      dirty.add(file);
      const map = path.length === 1 ? open(file).contents : open(file).getIn(path.slice(0, -1), true);
      if (!isMap(map)) return;
      const pair = map.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1));
      if (pair && isScalar(pair.key)) pair.key.value = name;
    },
    replaceRefs(change) {
      for (const [file, document] of documents) if (changeRefs(document, (ref) => change(ref, file))) dirty.add(file);
    },
    names: () => [...documents.keys()],
    plan: (name, file) => void planned.set(name, file),
    refTo(name, from) {
      const file = schemaFile(name) ?? 'schemas/added.yaml';
      return file === from ? `#/${name}` : `${posix.relative(dirname(from), file)}#/${name}`;
    },
    pathItem(document, path) {
      const root = `${document}.yaml`;
      const ref = at(get({ file: root, path: ['paths', path] }), ['$ref']);
      if (typeof ref !== 'string') return undefined;
      const [file = '', pointer = ''] = ref.split('#');
      return { file, path: fromPointer(`#${pointer}`) };
    },
    async save() {
      const written: string[] = [];
      for (const file of [...dirty].sort()) {
        const text = toText(open(file));
        if (text === texts.get(file)) continue;
        await writeFile(join(folder, file), text);
        written.push(file);
      }
      return written;
    },
  };
}

/** The pointer to a path item, as the root documents write it. */
export function pathRef(file: string, path: string): string {
  return `${file}${toPointer([path])}`;
}

function toText(document: YamlDocument): string {
  return document.toString({ lineWidth: 120 });
}

async function listYaml(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('overlays/'))
    .sort();
}

/** Every description below a node. */
function descriptionsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(descriptionsIn);
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'description' && typeof value === 'string' ? [value] : descriptionsIn(value),
  );
}

function plainOf(node: unknown): unknown {
  return isScalar(node) ? node.value : node;
}

function hasToJson(node: unknown): node is { toJSON(): unknown } {
  return typeof node === 'object' && node !== null && 'toJSON' in node;
}

function comment(document: YamlDocument, path: Path): void {
  const map = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(map)) return;
  const pair = map.items.find((item) => (isScalar(item.key) ? item.key.value : item.key) === path.at(-1));
  if (!pair) return;
  if (!isScalar(pair.key)) pair.key = new Scalar(pair.key);
  if (isScalar(pair.key)) pair.key.commentBefore = VENDOR_WORDS;
}

function changeRefs(document: YamlDocument, change: (ref: string) => string): boolean {
  let changed = false;
  const replace = (scalar: unknown): void => {
    if (!isScalar(scalar) || typeof scalar.value !== 'string') return;
    const ref = change(scalar.value);
    changed ||= ref !== scalar.value;
    scalar.value = ref;
  };
  visit(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? pair.key.value : pair.key;
      if (key === '$ref') replace(pair.value);
      if (key === 'mapping' && isMap(pair.value)) for (const item of pair.value.items) if (isPair(item)) replace(item.value);
      if (isSeq(pair.value)) return;
    },
  });
  return changed;
}

/** A map as plain content, empty when it is not there. */
export function mapAt(files: SpecFiles, spot: Spot): JsonObject {
  const value = files.get(spot);
  return isObject(value) ? value : {};
}
