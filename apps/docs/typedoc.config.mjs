// The reference of what the packages export: `typedoc --options typedoc.config.mjs`.
import { fileURLToPath } from 'node:url';
import { groupSchemas, operationAddress, operationsOf, ROOT } from '@convapi/codegen/reference';
import { entriesOf, PACKAGES } from './scripts/reference/package-entries.mjs';
import { readSpec } from './scripts/reference/read-spec.mjs';

const schemas = fileURLToPath(new URL('../../spec/schemas', import.meta.url));
const spec = readSpec();

/** The types of the wire and the methods of the client have pages of their own: a link instead of hundreds of entries. */
const groups = await groupSchemas(spec, schemas);
const wireTypes = Object.fromEntries(
  [...groups].flatMap(([group, names]) => names.map((name) => [name, `${ROOT}/schemas/${group.name}#${name}`])),
);
const capitalized = (/** @type {string} */ name) => name.charAt(0).toUpperCase() + name.slice(1);
const methods = Object.fromEntries(
  operationsOf(spec).flatMap((operation) => {
    const address = operationAddress(operation);
    const resource = capitalized(operation.resource);
    return [
      [`${resource}Resource`, address.replace(/#.*/, '')],
      [`${resource}${capitalized(operation.name)}Query`, address],
    ];
  }),
);

/** @type {Partial<import('typedoc').TypeDocOptions & import('typedoc-plugin-markdown').PluginOptions>} */
export default {
  plugin: ['typedoc-plugin-markdown', './scripts/reference/typedoc-plugin.mjs'],
  tsconfig: 'tsconfig.typedoc.json',
  entryPoints: entriesOf().map(({ source }) => source),
  out: 'src/reference/packages',
  name: 'Packages',
  readme: 'none',
  // each package is compiled by itself, by the compiler of the repository
  skipErrorChecking: true,
  githubPages: false,
  disableSources: true,
  excludeInternal: true,
  excludePrivate: true,
  excludeExternals: true,
  excludeReferences: true,
  externalPattern: ['**/node_modules/**', '**/core/src/generated/schemas.ts', '**/client/src/generated/*.ts'],
  externalSymbolLinkMappings: { '@convapi/core': wireTypes, '@convapi/client': { ...methods, Resources: `${ROOT}/` } },
  groupOrder: ['Functions', 'Classes', 'Interfaces', 'Type Aliases', 'Variables'],
  sort: ['kind', 'alphabetical'],
  treatWarningsAsErrors: true,
  validation: { invalidLink: true, invalidPath: true, rewrittenLink: true, notExported: false, notDocumented: true },
  packagesRequiringDocumentation: PACKAGES.map((name) => `@convapi/${name}`),
  requiredToBeDocumented: ['Function', 'Class', 'Interface', 'TypeAlias', 'Variable'],
  // the property that they are in says it, or they are the assertions once more
  intentionallyNotDocumented: [
    ...['core/index.FetchLikeResponse', 'client/index.CallResponse', 'client/index.TransportResponse'].map(
      (name) => `${name}.headers.__type.get`,
    ),
    ...['toRenderOn', 'toBeAcceptedOn'].map((name) => `message-builder/vitest.MessageMatchers.${name}`),
  ],
  logLevel: 'Warn',
  // of typedoc-plugin-markdown
  entryFileName: 'index',
  router: 'module',
  hideBreadcrumbs: true,
  hidePageHeader: true,
  hidePageTitle: false,
  hideGroupHeadings: false,
  useCodeBlocks: true,
  expandObjects: false,
  sanitizeComments: true,
  useHTMLEncodedBrackets: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  classPropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  propertyMembersFormat: 'table',
  typeDeclarationFormat: 'table',
  typeDeclarationVisibility: 'compact',
  tableColumnSettings: { hideSources: true, hideInherited: true, hideOverrides: true, hideModifiers: true },
};
