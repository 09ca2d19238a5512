import ts from 'typescript';
import { isModuleLevel, targetOf } from './declarations.ts';

/** How customers meet a type: they give it, they get it, or both. */
export interface Use {
  given: boolean;
  got: boolean;
}

type Way = keyof Use;

/**
 * Follows every exported function of a program from its parameters and its result, and says for each type how it is met. A type
 * that no function mentions is left out: customers may do either with it.
 */
export function findUse(program: ts.Program, files: readonly string[]): Map<ts.Symbol, Use> {
  const checker = program.getTypeChecker();
  const uses = new Map<ts.Symbol, Use>();
  const follow = (node: ts.Node, way: Way): void => {
    if (ts.isParameter(node)) {
      if (node.type) follow(node.type, flip(way));
      return;
    }
    if (ts.isIdentifier(node)) meet(node, way);
    else if (ts.isImportTypeNode(node)) return;
    else ts.forEachChild(node, (child) => follow(child, way));
  };
  const meet = (name: ts.Identifier, way: Way): void => {
    const local = checker.getSymbolAtLocation(name);
    const symbol = local && targetOf(checker, local);
    if (!symbol || !isModuleLevel(symbol)) return;
    const use = uses.get(symbol) ?? { given: false, got: false };
    if (use[way]) return;
    uses.set(symbol, { ...use, [way]: true });
    for (const declaration of symbol.declarations ?? []) if (files.includes(declaration.getSourceFile().fileName)) follow(declaration, way);
  };
  for (const file of files) {
    for (const statement of program.getSourceFile(file)?.statements ?? []) {
      if (ts.isFunctionDeclaration(statement) || ts.isVariableStatement(statement) || ts.isClassDeclaration(statement))
        follow(statement, 'got');
    }
  }
  return uses;
}

function flip(way: Way): Way {
  return way === 'got' ? 'given' : 'got';
}
