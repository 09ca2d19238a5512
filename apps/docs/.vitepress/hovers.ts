import { createTwoslasher, type NodeHover, type TwoslashInstance } from 'twoslash';
import { compilerOptions } from './compiler-options.ts';

/** A type that is longer is cut: a reader looks it up in the reference. */
const TYPE_CHARS = 300;
/** Everybody knows these, and nearly every program has them. */
const KNOWN = new Set(['console', 'log', 'warn', 'error', 'JSON', 'stringify', 'process', 'env', 'Promise']);
/** A type that says no more than the program does. */
const PLAIN = /: (string|number|boolean|"[^"]*"|\d+)( \| undefined)?$/;
/** What hovers tell beside the first paragraph. Examples are left out: a page with forty hovers would hold each forty times. */
const TAGS = new Set(['throws', 'deprecated', 'default']);

/** Compiles the programs of the pages, and keeps what is told of a name as short as one reads it in a hover. */
export function createShortTwoslasher(): TwoslashInstance {
  const twoslasher = createTwoslasher({ compilerOptions });
  const short = (...args: Parameters<TwoslashInstance>) => {
    const result = twoslasher(...args);
    result.nodes = result.nodes.filter((node) => node.type !== 'hover' || !(KNOWN.has(node.target) || PLAIN.test(node.text)));
    for (const node of result.nodes) if (node.type === 'hover' || node.type === 'query') shorten(node as NodeHover);
    return result;
  };
  return Object.assign(short, { getCacheMap: () => twoslasher.getCacheMap() });
}

function shorten(node: NodeHover): void {
  if (node.text.length > TYPE_CHARS) node.text = `${node.text.slice(0, TYPE_CHARS)} …`;
  const docs = node.docs?.split(/\n\s*\n/)[0];
  if (docs !== undefined) node.docs = docs;
  const tags = node.tags?.filter(([name]) => TAGS.has(name));
  if (tags !== undefined) node.tags = tags;
}
