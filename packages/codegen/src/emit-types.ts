import openapiTS, { astToString, transformSchemaObject, tsLiteral, tsUnion } from 'openapi-typescript';
import ts from 'typescript';
import type { Schema } from './openapi.ts';

/**
 * Turns prepared schemas into exported declarations, one a schema: `export interface Contact { … }`.
 * `known` names schemas that are declared elsewhere and may be referred to.
 * openapi-typescript makes the types; here its one big `components` type is taken apart, so that editors show short names.
 */
export async function emitTypes(schemas: Record<string, Schema>, known: string[] = []): Promise<string> {
  const elsewhere = Object.fromEntries(known.map((name) => [name, { type: 'object' }]));
  const document = { openapi: '3.1.0', info: { title: '', version: '' }, paths: {}, components: { schemas: { ...elsewhere, ...schemas } } };
  const nodes = await openapiTS(JSON.parse(JSON.stringify(document)), {
    alphabetize: true,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    transform: (schema, options) => customType(schema as Schema, options),
  });
  return nodes.flatMap((node) => (isComponents(node) ? node.members.flatMap(schemaMembers) : [])).join('\n');

  function schemaMembers(member: ts.TypeElement): string[] {
    if (!ts.isPropertySignature(member) || nameOf(member) !== 'schemas' || !member.type || !ts.isTypeLiteralNode(member.type)) return [];
    const own = member.type.members.filter((one) => nameOf(one) in schemas);
    return own.map((one) => declaration(one as ts.PropertySignature));
  }
}

type TransformOptions = Parameters<typeof transformSchemaObject>[1];

/** Types for what plain OpenAPI words do not say: open enums, maps with known keys, free-form objects. */
function customType(schema: Schema, options: TransformOptions): ts.TypeNode | undefined {
  const values = schema['x-open-values'];
  if (Array.isArray(values)) {
    // a list of values that null may stand beside need not name it
    const all = schema.type?.includes('null') && !values.includes(null) ? [...values, null] : values;
    return tsUnion([...all.map((value) => tsLiteral(value)), named('Unrecognized')]);
  }
  if (schema['x-json-object']) return named('JsonObject');
  const keys = schema['x-keys'];
  if (typeof keys === 'string' && typeof schema.additionalProperties === 'object') {
    const value = transformSchemaObject(schema.additionalProperties as Parameters<typeof transformSchemaObject>[0], options);
    return named('KeyedBy', [named(keys), value]);
  }
  return undefined;
}

function named(name: string, parameters?: ts.TypeNode[]): ts.TypeNode {
  return ts.factory.createTypeReferenceNode(name, parameters);
}

function declaration(member: ts.PropertySignature): string {
  const name = nameOf(member);
  const type = ts.visitNode(member.type, shortNames) as ts.TypeNode;
  const exported = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const node = ts.isTypeLiteralNode(type)
    ? ts.factory.createInterfaceDeclaration(exported, name, undefined, undefined, type.members)
    : ts.factory.createTypeAliasDeclaration(exported, name, undefined, type);
  ts.setSyntheticLeadingComments(node, ts.getSyntheticLeadingComments(member));
  // the type says it already
  return astToString(node)
    .replace(/\n\s*(\* @enum \{string\}|\/\*\* @enum \{string\} \*\/)/g, '')
    .replace(/^\/\*\* @enum \{string\} \*\/\n/, '');
}

/** `components["schemas"]["Contact"]` → `Contact`. */
function shortNames(node: ts.Node): ts.Node {
  if (ts.isIndexedAccessTypeNode(node) && ts.isIndexedAccessTypeNode(node.objectType)) {
    const { indexType } = node;
    if (ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal)) {
      return ts.factory.createTypeReferenceNode(indexType.literal.text);
    }
  }
  return ts.visitEachChild(node, shortNames, undefined);
}

function isComponents(node: ts.Node): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === 'components';
}

function nameOf(member: ts.TypeElement): string {
  const { name } = member;
  if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name))) return name.text;
  throw new Error('[@convapi/codegen] unexpected output of openapi-typescript.');
}
