import type { SpecOperation } from './load-spec.ts';

/** What a path leads to. */
export interface Match {
  operation: SpecOperation;
  params: Record<string, string>;
}

/** Finds the operation of a method and a path. */
export interface RouteTable {
  /** The operation, or the methods that the path does have (none when nobody knows it). */
  find(method: string, path: string): Match | { allowed: string[] };
}

interface Node {
  fixed: Map<string, Node>;
  /** Segments like `{contact_id}:merge`, longest ending first, so that `:merge` is looked at before no ending. */
  variable: { ending: string; node: Node }[];
  operations: Map<string, { operation: SpecOperation; names: string[] }>;
}

/** A tree of path segments. Paths of this API put verbs behind a colon, which general routers read as parameters. */
export function createRouteTable(operations: readonly SpecOperation[]): RouteTable {
  const root = createNode();
  for (const operation of operations) insert(root, operation);

  return {
    find(method, path) {
      const segments = decodeSegments(path);
      const found = segments && walk(root, segments, 0, []);
      if (!found) return { allowed: [] };
      const entry = found.node.operations.get(method);
      if (!entry) return { allowed: [...found.node.operations.keys()] };
      return {
        operation: entry.operation,
        params: Object.fromEntries(entry.names.map((name, index) => [name, found.values[index] ?? ''])),
      };
    },
  };
}

function createNode(): Node {
  return { fixed: new Map(), variable: [], operations: new Map() };
}

function insert(root: Node, operation: SpecOperation): void {
  let node = root;
  const names: string[] = [];
  for (const segment of operation.path.split('/').slice(1)) {
    const parameter = /^\{(\w+)\}(.*)$/.exec(segment);
    if (parameter) names.push(parameter[1] ?? '');
    node = parameter ? variableChild(node, parameter[2] ?? '') : fixedChild(node, segment);
  }
  node.operations.set(operation.method, { operation, names });
}

function fixedChild(node: Node, segment: string): Node {
  const known = node.fixed.get(segment) ?? createNode();
  node.fixed.set(segment, known);
  return known;
}

function variableChild(node: Node, ending: string): Node {
  const known = node.variable.find((one) => one.ending === ending);
  if (known) return known.node;
  const made = createNode();
  node.variable.push({ ending, node: made });
  node.variable.sort((a, b) => b.ending.length - a.ending.length);
  return made;
}

function walk(node: Node, segments: string[], index: number, values: string[]): { node: Node; values: string[] } | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.operations.size > 0 ? { node, values } : undefined;
  const fixed = node.fixed.get(segment);
  const found = fixed && walk(fixed, segments, index + 1, values);
  if (found) return found;
  for (const { ending, node: next } of node.variable) {
    if (!segment.endsWith(ending) || segment.length === ending.length) continue;
    const deeper = walk(next, segments, index + 1, [...values, segment.slice(0, segment.length - ending.length)]);
    if (deeper) return deeper;
  }
  return undefined;
}

function decodeSegments(path: string): string[] | undefined {
  try {
    const segments = path.split('/').slice(1);
    return path.includes('%') ? segments.map(decodeURIComponent) : segments;
  } catch {
    return undefined;
  }
}
