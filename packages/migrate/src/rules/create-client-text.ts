import { ts } from 'ts-morph';
import { bare, isSimple } from '../program/vendor-types.ts';
import { indentOf } from './layout.ts';
import type { Context } from './rule.ts';

/** Options of the vendor's that only concern other domains. */
const OF_OTHER_DOMAINS =
  /^(sms|fax|voice|numbers|verification|elasticSipTrunking|numberLookup|mailgun)|^(servicePlanId|apiToken|applicationKey|applicationSecret|force\w+)$/;
const TAKEN = ['projectId', 'keyId', 'keySecret', 'conversationRegion', 'conversationHostname', 'authHostname'];
/** The vendor's default; ours has none, because a wrong region answers 404 to everything. */
const DEFAULT_REGION = "'us'";

interface Problem {
  why: string;
  todo: string;
}

/** Reads the text of an option after its parts are rewritten; `undefined` when it is not given. */
type Read = (name: string) => { text: string; node: ts.Expression | undefined } | undefined;

const ELSEWHERE: Problem = {
  why: 'its options are put together elsewhere',
  todo: 'pass projectId, region and auth to createConversationClient',
};

/** Why a client cannot be made from these options. */
export function creationProblem(node: ts.NewExpression): Problem | undefined {
  const argument = node.arguments?.[0];
  if (!argument) return { ...ELSEWHERE, why: 'it has no options' };
  const literal = bare(argument);
  if (!ts.isObjectLiteralExpression(literal)) return isSimple(argument) ? undefined : ELSEWHERE;
  const properties = propertiesOf(literal);
  if (!properties) return ELSEWHERE;
  const absent = ['projectId', 'keyId', 'keySecret'].filter((name) => !properties.has(name));
  if (absent.length === 0) return undefined;
  return { why: `it has no ${absent.join(', ')}`, todo: `pass ${absent.join(', ')} to createConversationClient` };
}

function propertiesOf(literal: ts.ObjectLiteralExpression): Map<string, ts.Expression> | undefined {
  const properties = new Map<string, ts.Expression>();
  for (const property of literal.properties) {
    if (ts.isShorthandPropertyAssignment(property)) properties.set(property.name.text, property.name);
    else if (ts.isPropertyAssignment(property) && !ts.isComputedPropertyName(property.name))
      properties.set(property.name.text, property.initializer);
    else return undefined;
  }
  return properties;
}

/** `createConversationClient({ … })` for what was passed to the vendor's client, where {@link creationProblem} finds nothing. */
export function createClientText(node: ts.NewExpression, context: Context): () => string {
  const [argument] = node.arguments ?? [];
  const literal = argument && bare(argument);
  if (literal && ts.isObjectLiteralExpression(literal)) return fromLiteral(node, literal, context);
  return () => {
    const options = argument ? context.file.slice(argument) : '';
    const known = argument && context.checker.getTypeAtLocation(argument);
    const hasRegion = known?.getProperty('conversationRegion') !== undefined || ((known?.flags ?? 0) & ts.TypeFlags.Any) !== 0;
    const read: Read = (name) => {
      if (name.endsWith('Hostname') || (name === 'conversationRegion' && !hasRegion)) return undefined;
      return { text: `${options}.${name}`, node: undefined };
    };
    return write(read, false, '', context, true);
  };
}

function fromLiteral(node: ts.NewExpression, literal: ts.ObjectLiteralExpression, context: Context): () => string {
  const { file } = context;
  const properties = propertiesOf(literal) ?? new Map<string, ts.Expression>();
  const lost = [...properties.keys()].filter((name) => !TAKEN.includes(name) && !OF_OTHER_DOMAINS.test(name)).join(', ');
  if (lost !== '') {
    file.leave(
      node,
      `${lost} has no counterpart of the same form`,
      `see hooks, logger and transport of createConversationClient for ${lost}`,
    );
  }
  return () => {
    const read: Read = (name) => {
      const value = properties.get(name);
      return value && { text: file.slice(value), node: value };
    };
    const isLong = literal.getText().includes('\n');
    return write(read, isLong, indentOf(file.source, literal.getStart()), context, false);
  };
}

function write(read: Read, isLong: boolean, indent: string, context: Context, isLoose: boolean): string {
  const { file } = context;
  const create = file.need('@convapi/client', 'createConversationClient');
  const credentials = file.need('@convapi/auth', 'clientCredentials');
  const given = (name: string) => certain(read(name) ?? { text: `''`, node: undefined }, context, isLoose);
  const tokenUrl = read('authHostname');
  const key = [pair('keyId', given('keyId')), pair('keySecret', given('keySecret'))];
  if (tokenUrl) key.push(pair('tokenUrl', tokenUrlText(tokenUrl.text)));
  const baseUrl = read('conversationHostname');
  const options = [
    pair('projectId', given('projectId')),
    pair('region', regionText(read('conversationRegion'), context, isLoose)),
    `auth: ${credentials}({ ${key.join(', ')} })`,
    ...(baseUrl ? [pair('baseUrl', baseUrl.text)] : []),
  ];
  return isLong
    ? `${create}({\n${options.map((option) => `${indent}  ${option},\n`).join('')}${indent}})`
    : `${create}({ ${options.join(', ')} })`;
}

/** The vendor's option names the host, ours the address. */
function tokenUrlText(host: string): string {
  const literal = /^(['"])(.*?)\/?\1$/.exec(host);
  return literal ? `${literal[1]}${literal[2]}/oauth2/token${literal[1]}` : `\`\${${host}}/oauth2/token\``;
}

function pair(name: string, text: string): string {
  return name === text ? name : `${name}: ${text}`;
}

/** Ours are required: where types are checked, what may be absent gets the assertion that it is there. */
function certain({ text, node }: { text: string; node: ts.Expression | undefined }, { checker, file }: Context, isLoose: boolean): string {
  if (!file.isChecked || !(isLoose || (node && mayBeAbsent(checker.getTypeAtLocation(node))))) return text;
  return file.isTypeScript ? `${text}!` : `/** @type {string} */ (${text})`;
}

function mayBeAbsent(type: ts.Type): boolean {
  return (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0);
}

function regionText(region: ReturnType<Read>, { checker, file }: Context, isLoose: boolean): string {
  if (!region) return DEFAULT_REGION;
  const { text, node } = region;
  if (/^'(us|eu|br)'$|^"(us|eu|br)"$/.test(text)) return text;
  const optional = isLoose || (node !== undefined && mayBeAbsent(checker.getTypeAtLocation(node)));
  const isCompound = node !== undefined && !isSimple(node) && !ts.isCallExpression(node);
  const value = optional ? `${isCompound ? `(${text})` : text} ?? ${DEFAULT_REGION}` : text;
  if (!file.isChecked) return value;
  if (!file.isTypeScript) return `/** @type {import('@convapi/client').Region} */ (${value})`;
  return `${optional || isCompound ? `(${value})` : value} as ${file.need('@convapi/client', 'Region', true)}`;
}
