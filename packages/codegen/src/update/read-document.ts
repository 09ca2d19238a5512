import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { BaseResolver, bundle, createConfig } from '@redocly/openapi-core';
import { parseDocument } from 'yaml';
import { isObject, type JsonObject } from './json.ts';
import { withSafeNames } from './safe-names.ts';
import { UpdateError } from './update-error.ts';

/** A document as somebody gave it to us. */
export interface SourceDocument {
  /** Name of the file, without its folder: folders differ between machines. */
  name: string;
  /** SHA-256 of the bytes of the file. */
  hash: string;
  /** `3.0.3`, `3.1.0`, … */
  version: string;
  content: JsonObject;
  /** What is wrong with it and can be lived with. */
  warnings: string[];
}

/** The vendor's own document is about one megabyte. */
const MAX_BYTES = 32 * 1024 * 1024;

/** Reference implementations stop here too; a schema is never this deep. */
const MAX_DEPTH = 400;

/**
 * Reads an OpenAPI 3.0 or 3.1 document, JSON or YAML. Other files that it refers to are drawn in; the network is not used.
 *
 * @throws UpdateError when the file is missing, too large, broken, or not OpenAPI 3.
 */
export async function readDocument(file: string, maxBytes: number = MAX_BYTES): Promise<SourceDocument> {
  const name = basename(file);
  const bytes = await readBytes(file, maxBytes);
  const parsed = parse(name, new TextDecoder().decode(bytes));
  const version = checkVersion(name, parsed);
  checkDepth(name, parsed);
  const content = withSafeNames(hasExternalRefs(name, parsed) ? await drawIn(file) : parsed);
  return { name, version, content, warnings: [], hash: createHash('sha256').update(bytes).digest('hex') };
}

async function readBytes(file: string, maxBytes: number): Promise<Uint8Array> {
  const info = await stat(file).catch(() => undefined);
  if (!info?.isFile()) throw new UpdateError(`${file} is not a file. Name a downloaded OpenAPI document.`);
  if (info.size > maxBytes) {
    throw new UpdateError(`${basename(file)} has ${info.size} bytes, more than ${maxBytes}. Is it the bundled OpenAPI document?`);
  }
  return readFile(file);
}

function parse(name: string, text: string): JsonObject {
  const content = /^\s*\{/.test(text) ? parseJson(name, text) : parseYaml(name, text);
  if (!isObject(content)) throw new UpdateError(`${name} holds no object. Name an OpenAPI document.`);
  return content;
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new UpdateError(`${name} is not whole JSON: ${(cause as Error).message}. Download it again.`, { cause });
  }
}

function parseYaml(name: string, text: string): unknown {
  const document = parseDocument(text, { merge: true });
  const [problem] = document.errors;
  if (problem) throw new UpdateError(`${name} is not whole YAML: ${problem.message.split('\n')[0]} Download it again.`, { cause: problem });
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (cause) {
    throw new UpdateError(`${name} cannot be read: ${(cause as Error).message}.`, { cause });
  }
}

function checkVersion(name: string, content: JsonObject): string {
  const { openapi, swagger } = content;
  if (typeof swagger === 'string') throw new UpdateError(`${name} is Swagger ${swagger}. Convert it to OpenAPI 3 first.`);
  if (typeof openapi !== 'string' || !/^3\.[01](\.|$)/.test(openapi)) {
    throw new UpdateError(`${name} is not an OpenAPI 3.0 or 3.1 document: "openapi" is ${JSON.stringify(openapi) ?? 'missing'}.`);
  }
  const entries = Object.values(isObject(content.paths) ? content.paths : {});
  if (entries.length === 0 || !entries.every(isObject)) throw new UpdateError(`${name} describes no paths. Is the download whole?`);
  return openapi;
}

/** Broken generators nest without end; a clear word is better than an overflowing stack. */
function checkDepth(name: string, content: JsonObject): void {
  const waiting: [unknown, number][] = [[content, 0]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [node, depth] = next;
    if (typeof node !== 'object' || node === null) continue;
    // Redocly takes these for words of its own, and code that is made from them for what every object has
    const odd = Object.keys(node).find((key) => key in Object.prototype);
    if (odd !== undefined)
      throw new UpdateError(`${name} holds a key "${odd}", which every object of JavaScript has. Rename it with a copy of the document.`);
    if (depth > MAX_DEPTH) throw new UpdateError(`${name} nests more than ${MAX_DEPTH} levels deep. Is it a cycle of YAML aliases?`);
    for (const child of Object.values(node)) waiting.push([child, depth + 1]);
  }
}

function hasExternalRefs(name: string, content: JsonObject): boolean {
  let external = false;
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isObject(node)) return;
    const { $ref } = node;
    if (typeof $ref === 'string' && !$ref.startsWith('#')) {
      if (/^https?:/.test($ref)) throw new UpdateError(`${name} refers to ${$ref}. Updates run offline: bundle the document first.`);
      external = true;
    }
    Object.values(node).forEach(visit);
  };
  visit(content);
  return external;
}

/** Files of the folder of the document only: one that is drawn in may itself refer to anything. */
class FolderResolver extends BaseResolver {
  private readonly folder: string;

  constructor(folder: string) {
    super();
    this.folder = folder;
  }

  override async loadExternalRef(ref: string): ReturnType<BaseResolver['loadExternalRef']> {
    if (/^\w{2,}:/.test(ref)) throw new UpdateError(`${ref} is on the network. Updates run offline: bundle the document first.`);
    const file = await realpath(ref).catch(() => resolve(ref));
    const way = relative(this.folder, file);
    if (way.startsWith('..') || isAbsolute(way)) throw new UpdateError(`${ref} is outside of the folder of the document, and is not read.`);
    return super.loadExternalRef(ref);
  }
}

async function drawIn(file: string): Promise<JsonObject> {
  const config = await createConfig({});
  const path = await realpath(file);
  const { bundle: result, problems } = await bundle({ ref: path, config, externalRefResolver: new FolderResolver(dirname(path)) });
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new UpdateError(`${basename(file)}: ${errors.map(({ message }) => message).join('; ')}`);
  return JSON.parse(JSON.stringify(result.parsed)) as JsonObject;
}
