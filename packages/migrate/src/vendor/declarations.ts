import { DATED_FIELDS } from '../generated/vendor-models.ts';
import type { Call } from '../table/call.ts';
import { CALLS } from '../table/calls.ts';
import { KNOWN_VENDOR_TYPES } from '../table/type-names.ts';

/** The packages of the vendor that export the conversation domain. */
export const VENDOR_PACKAGES = ['@sinch/sdk-core', '@sinch/conversation', '@sinch/sdk-client'];

/** Domains of `SinchClient` that stay with the vendor. */
const OTHER_DOMAINS = ['elasticSipTrunking', 'fax', 'numberLookup', 'numbers', 'sms', 'verification', 'voice'];

/** What the vendor's helpers are called → what they put around their argument. */
export const HELPERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  messageBuilder: {
    card: 'card_message',
    carousel: 'carousel_message',
    choice: 'choice_message',
    contactInfo: 'contact_info_message',
    list: 'list_message',
    location: 'location_message',
    media: 'media_message',
    template: 'template_message',
    text: 'text_message',
  },
  listSectionHelper: { buildChoiceItem: 'choice', buildProductItem: 'product' },
  templateV1Helper: contentBuilders(),
  templateV2Helper: contentBuilders(),
};

function contentBuilders(): Record<string, string> {
  const kinds = { Text: 'text', Card: 'card', Carousel: 'carousel', Choice: 'choice', ContactInfo: 'contact_info', List: 'list' };
  const all = { ...kinds, Location: 'location', Media: 'media', Template: 'template' };
  return Object.fromEntries(Object.entries(all).map(([kind, key]) => [`build${kind}MessageContent`, `${key}_message`]));
}

/** What the vendor answers some calls with where it has a type of its own name for it. */
const VENDOR_RESULTS: Record<string, string> = { AuditRecordsResponse: 'AuditRecordsList' };

/**
 * Declarations of the vendor's conversation domain, made from our table: with them the compiler knows which expression is a client,
 * a page or a date, in whatever version of the SDK, and without it being installed.
 */
export function vendorDeclarations(): string {
  const resources = [...new Set(CALLS.map(({ vendor }) => vendor.resource))];
  return `
export interface PageResult<T> { data: T[]; hasNextPage: boolean; nextPageValue: string; nextPage(): ApiListPromise<T> }
export interface ApiListPromise<T> extends Promise<PageResult<T>>, AsyncIterableIterator<T> {}
export interface SinchClientParameters { projectId?: string; keyId?: string; keySecret?: string; conversationRegion?: string; [key: string]: any }
export declare enum SupportedConversationRegion { UNITED_STATES = 'us', EUROPE = 'eu', BRAZIL = 'br' }
export type ConversationRegion = SupportedConversationRegion | string;
export declare const ConversationRegion: typeof SupportedConversationRegion;
export declare class GenericError extends Error {}
export declare class RequestFailedError<T = any> extends GenericError {
  statusCode: number; data?: string; responseHeaders?: { [key: string]: string };
}
export declare class SinchClient {
  constructor(params: SinchClientParameters);
  readonly conversation: ConversationService;
${OTHER_DOMAINS.map((domain) => `  readonly ${domain}: any;`).join('\n')}
}
export declare class ConversationService {
  constructor(params: SinchClientParameters);
${resources.map((resource) => `  readonly ${resource}: ${apiOf(resource)};`).join('\n')}
  setApiClientConfig(params: any): void; setHostname(hostname: string): void; setTemplatesHostname(hostname: string): void;
  setCredentials(credentials: any): void; setRegion(region: any): void;
}
${resources.map((resource) => `export declare class ${apiOf(resource)} {\n${methodsOf(resource)}\n}`).join('\n')}
export declare class ConversationCallbackWebhooks {
  constructor(appSecret: string);
  validateAuthenticationHeader(headers: any, body: any, path?: string, method?: string): boolean;
  parseEvent(eventBody: any): ConversationWebhookEventParsed;
  static parseEvent(eventBody: any): ConversationWebhookEventParsed;
}
export interface ConversationWebhookEventParsed { trigger: string; app_id?: string; accepted_time?: Date; event_time?: Date; [key: string]: any }
export declare namespace Conversation {
${KNOWN_VENDOR_TYPES.map(declareType).join('\n')}
${Object.entries(HELPERS)
  .map(
    ([name, methods]) =>
      `  const ${name}: { ${Object.keys(methods)
        .map((method) => `${method}(item: any): any;`)
        .join(' ')} [other: string]: any };`,
  )
  .join('\n')}
}
`;
}

/** Name of the class of a resource: `messages` → `MessagesApi`. */
export function apiOf(resource: string): string {
  return `${resource.charAt(0).toUpperCase()}${resource.slice(1)}Api`;
}

function methodsOf(resource: string): string {
  return CALLS.filter(({ vendor }) => vendor.resource === resource)
    .flatMap((one) => [
      declareMethod(one.vendor.method, one.data, one),
      ...one.variants.map(({ method, data }) => declareMethod(method, data, one)),
    ])
    .join('\n');
}

function declareMethod(method: string, data: string, { path, body, list, result }: Call): string {
  const optional = path.length === 0 && body === undefined ? '?' : '';
  const answer = list
    ? `ApiListPromise<Conversation.${list.item}>`
    : `Promise<${result ? `Conversation.${VENDOR_RESULTS[result] ?? result}` : 'any'}>`;
  return `  ${method}(data${optional}: Conversation.${data}): ${answer};`;
}

const BY_DATA = new Map(CALLS.flatMap((one) => [one.data, ...one.variants.map(({ data }) => data)].map((data) => [data, one] as const)));
const BY_VARIANT_BODY = new Map(CALLS.flatMap(({ body, variants }) => variants.map(({ bodyType }) => [bodyType, body?.type] as const)));

/** Type parameters with defaults, as some of the vendor's types are generic. */
function declareType(name: string): string {
  const call = BY_DATA.get(name);
  if (call) return `  interface ${name}<T = any> { ${argumentFields(call)} }`;
  const parent = BY_VARIANT_BODY.get(name) ?? VENDOR_PARENTS[name];
  const base = parent ? ` extends ${parent}` : '';
  const seconds = name === 'SendMessageRequest' ? 'ttl?: number | string; ' : '';
  return `  interface ${name}<T = any, U = any>${base} { ${seconds}${DATED_FIELDS[name] ?? ''} [key: string]: any }`;
}

const VENDOR_PARENTS: Record<string, string> = { AuditRecordsList: 'AuditRecordsResponse' };

function argumentFields({ path, body, query, dates }: Call): string {
  const ids = path.map((key) => `${key}: string;`);
  const options = query.map((key) => `${key}?: ${dates.includes(key) ? 'Date' : 'any'};`);
  return [...ids, ...(body ? [`${body.key}: ${body.type};`] : []), ...options].join(' ');
}
