import { gzipSync } from 'node:zlib';

/** @import { ServerResponse } from 'node:http' */
/** @import { Seen } from '../suite/types.js' */
/** @typedef {Seen & { project: string, number: number }} Call `number` counts the requests of the project, from 1. */
/** @typedef {(call: Call, response: ServerResponse) => void} Scenario */

const MESSAGE = { message_id: '01MESSAGE', accepted_time: '2026-11-21T12:00:00Z' };
const APP = { id: '01APP', display_name: 'Zażółć gęślą jaźń' };

/** @type {Record<string, object>} */
const PAGES = {
  '': { contacts: [{ id: 'å1' }, { id: '👋2' }], next_page_token: 'p/2' },
  'p/2': { contacts: [{ id: 'c3' }, { id: 'd4' }], next_page_token: 'p/3' },
  'p/3': { contacts: [{ id: 'e5' }], next_page_token: '' },
};

/** @param {ServerResponse} response @param {unknown} body @param {number} [status] @param {Record<string, string>} [headers] */
export function answer(response, body, status = 200, headers = {}) {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** @param {number} code @param {string} status @param {string} message @param {object[]} [details] */
function errorBody(code, status, message, details = []) {
  return { error: { code, status, message, details } };
}

/** Begins an answer and ends the connection in the middle of it. @param {ServerResponse} response @param {number} status */
function breakOff(response, status) {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"id":', () => response.destroy());
}

/** How the server behaves towards a project, by the part of its name before `.` or `-`. @type {Record<string, Scenario>} */
export const SCENARIOS = {
  echo: (_, response) => answer(response, APP),
  send: (_, response) => answer(response, MESSAGE),
  pages: ({ url }, response) => answer(response, PAGES[new URL(url, 'http://_').searchParams.get('page_token') ?? '']),
  missing: (_, response) => answer(response, errorBody(404, 'NOT_FOUND', 'App not found.'), 404, { 'x-request-id': 'request-17' }),
  invalid: (_, response) => {
    const violations = {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      field_violations: [{ field: 'recipient', description: 'is missing' }],
    };
    answer(response, errorBody(400, 'INVALID_ARGUMENT', 'Invalid.', [violations]), 400);
  },
  silent: () => {},
  busy: ({ number }, response) => {
    if (number === 1) answer(response, errorBody(503, 'UNAVAILABLE', 'Busy.'), 503, { 'retry-after': '0' });
    else answer(response, MESSAGE);
  },
  expired: ({ number }, response) => {
    if (number === 1) answer(response, errorBody(401, 'UNAUTHENTICATED', 'Expired.'), 401);
    else answer(response, APP);
  },
  gzip: (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify(APP)));
  },
  empty: (_, response) => response.writeHead(200).end(),
  redirect: ({ project }, response) => response.writeHead(302, { location: `/v1/projects/stolen.${project}/apps` }).end(),
  stolen: (_, response) => answer(response, APP),
  broken: (_, response) => breakOff(response, 200),
  cut: (_, response) => response.destroy(),
};
