/** An answer of the bench server. */
export interface Answer {
  status: number;
  body: string;
  headers?: Record<string, string>;
}

/** Contacts of a page, as many as the API allows. */
export const PAGE_SIZE = 20;

/** A display name that some clients take for a date. */
export const DATE_LIKE_NAME = '2026-05-01T10:00:00Z';

/** What the server knows besides the request. */
export interface World {
  /** Pages of contacts that there are. */
  pages: number;
}

type Route = [method: string, path: RegExp, answer: (query: URLSearchParams, world: World, parameter: string) => object];

const SENT = { message_id: '01FC66621XXXXX119Z8PMV1QPA', accepted_time: '2026-05-01T10:00:00Z' };

/** Conversation API above, that of Twilio below: the same work in its own shapes. */
const ROUTES: Route[] = [
  ['POST', /\/v1\/projects\/[^/]+\/messages:send$/, () => SENT],
  ['GET', /\/v1\/projects\/[^/]+\/contacts$/, (query, world) => contactPage(Number(query.get('page_token') ?? 0), world)],
  ['GET', /\/v1\/projects\/[^/]+\/contacts\/([^/]+)$/, (_query, _world, id) => contact(id)],
  ['POST', /\/2010-04-01\/Accounts\/[^/]+\/Messages\.json$/, () => twilioMessage('SM0')],
  ['GET', /\/2010-04-01\/Accounts\/[^/]+\/Messages\.json$/, (query, world) => twilioPage(Number(query.get('Page') ?? 0), world)],
  ['GET', /\/2010-04-01\/Accounts\/[^/]+\/Messages\/([^/]+)\.json$/, (_query, _world, id) => twilioMessage(id)],
];

/** The answer to a request that nothing goes wrong with. */
export function answer(method: string, path: string, query: URLSearchParams, world: World): Answer {
  for (const [routeMethod, pattern, make] of ROUTES) {
    const match = routeMethod === method ? pattern.exec(path) : null;
    if (match) return { status: 200, body: JSON.stringify(make(query, world, match[1] ?? '')) };
  }
  return { status: 404, body: JSON.stringify({ error: { code: 404, message: 'No such path.', status: 'NOT_FOUND', details: [] } }) };
}

/** A token that is good for an hour; its claims say so as well, for clients that read them. */
export function tokenAnswer(nowMs: number): Answer {
  const claims = { exp: Math.floor(nowMs / 1000) + 3600, jti: Math.random().toString(36).slice(2) };
  const token = `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
  return { status: 200, body: JSON.stringify({ access_token: token, expires_in: 3600, scope: '', token_type: 'bearer' }) };
}

function contactPage(page: number, { pages }: World): object {
  const contacts = Array.from({ length: PAGE_SIZE }, (_, index) => contact(`01EXA07N79THJ20WSN6AS${page}T${index}`));
  return { contacts, ...(page + 1 < pages ? { next_page_token: String(page + 1) } : {}) };
}

function contact(id: string): object {
  return {
    id,
    channel_identities: [{ channel: 'SMS', identity: '46700000000', app_id: '' }],
    channel_priority: ['SMS'],
    display_name: DATE_LIKE_NAME,
    email: '',
    external_id: '',
    metadata: '',
    language: 'EN_US',
  };
}

function twilioPage(page: number, { pages }: World): object {
  const messages = Array.from({ length: PAGE_SIZE }, (_, index) => twilioMessage(`SM${page}-${index}`));
  const next = `/2010-04-01/Accounts/AC0/Messages.json?PageSize=${PAGE_SIZE}&Page=${page + 1}`;
  return { messages, page, page_size: PAGE_SIZE, next_page_uri: page + 1 < pages ? next : null };
}

function twilioMessage(sid: string): object {
  return { sid, account_sid: 'AC0', body: DATE_LIKE_NAME, status: 'queued', to: '+46700000000', from: '+46700000001', num_segments: '1' };
}
