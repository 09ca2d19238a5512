import { BELONGS } from './variables.ts';

/** How a missing id is made. */
export interface Maker {
  url: string;
  body: unknown;
  from: string;
  /** Name of the request that does the same. */
  request: string;
}

/**
 * Runs before every request: gets a token when there is none that lasts, and, on the emulator, makes what the request
 * mentions and nobody made yet. On the real service nothing is made on the side: it says what to run first.
 * Callbacks throughout: the sandbox ends a script whose promise is pending without a request under way.
 */
export function beforeEveryRequest(makers: Record<string, Maker>): string {
  return `
const makers = ${JSON.stringify(makers, null, 2)};
const value = (name) => pm.variables.get(name);
const fill = (text) => pm.variables.replaceIn(text);
const own = pm.collectionVariables;

pm.variables.set('LATER', new Date(Date.now() + 3600000).toISOString());
const wanted = [pm.request.url.toString(), (pm.request.body && pm.request.body.raw) || ''].join(' ');
const isApi = ['BASE_URL', 'TEMPLATE_URL', 'BATCH_URL'].some((name) => wanted.startsWith('{{' + name + '}}'));
const namesIn = (text) => Object.keys(makers).filter((name) => text.includes('{{' + name + '}}'));

// An error thrown in a callback would be lost, and the request sent all the same.
function stop(why) {
  pm.test('can be sent', () => { throw new Error(why); });
  pm.execution.skipRequest();
}

function getToken(done) {
  const of = [value('TOKEN_URL'), value('CLIENT_ID'), value('PROJECT')].join(' ');
  if (value('TOKEN_OF') === of && Number(value('TOKEN_EXPIRES')) > Date.now() + 60000) return done();
  pm.sendRequest({
    url: value('TOKEN_URL'),
    method: 'POST',
    header: {
      Authorization: 'Basic ' + btoa(value('CLIENT_ID') + ':' + value('CLIENT_SECRET')),
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  }, (error, response) => {
    if (error || response.code !== 200) return stop('No token: ' + (error || response.code + '. Check CLIENT_ID and CLIENT_SECRET.'));
    const { access_token, expires_in } = response.json();
    own.set('ACCESS_TOKEN', access_token);
    own.set('TOKEN_EXPIRES', String(Date.now() + expires_in * 1000));
    own.set('TOKEN_OF', of);
    done();
  });
}

function make(names, done) {
  const [name, ...rest] = names;
  if (name === undefined) return done();
  if (value(name)) return make(rest, done);
  const { url, body, from, request } = makers[name];
  if (!value('CONTROL_URL')) return stop(name + ' is empty. Run "' + request + '" first, or fill it in.');
  const text = JSON.stringify(body);
  make(namesIn(text), () => pm.sendRequest({
    url: fill(url),
    method: 'POST',
    header: { Authorization: 'Bearer ' + value('ACCESS_TOKEN'), 'Content-Type': 'application/json' },
    body: fill(text),
  }, (error, response) => {
    if (error || response.code !== 200) return stop('Could not make ' + name + ': ' + (error || response.text()));
    own.set(name, response.json()[from]);
    make(rest, done);
  }));
}

if (isApi) getToken(() => make(namesIn(wanted), () => {}));
`;
}

/** Checks that a call worked; `endedWith` is a status that a retired operation may give instead. */
export function checkStatus(endedWith?: number): string {
  if (endedWith === undefined) return "pm.test('succeeds', () => pm.response.to.be.success);";
  return `pm.test('succeeds, or says that it has ended', () => pm.expect(pm.response.code).to.be.oneOf([200, ${endedWith}]));`;
}

/** Keeps a field of the answer for later requests. */
export function capture(variable: string, from: string): string {
  return `
if (pm.response.code === 200) {
  const { ${from}: id } = pm.response.json();
  pm.test('gives ${variable}', () => pm.expect(id).to.be.a('string').that.is.not.empty);
  pm.collectionVariables.set('${variable}', id);
}`;
}

/** Clears a variable whose thing is gone, and those of what belonged to it. */
export function forget(variable: string): string {
  const gone = [variable, ...(BELONGS[variable as keyof typeof BELONGS] ?? [])];
  return `\nif (pm.response.code === 200) for (const name of ${JSON.stringify(gone)}) pm.collectionVariables.set(name, '');`;
}

/** Leaves a request out where there is no emulator. */
export const EMULATOR_ONLY = `
// Only the emulator can play the contact, and on the real service nothing is deleted that may have been there before.
if (!pm.variables.get('CONTROL_URL')) pm.execution.skipRequest();
`;

/** Signs the body as the service does: HMAC-SHA256 over body, nonce and timestamp. */
export const SIGN = `
const body = pm.request.body.raw;
const nonce = CryptoJS.lib.WordArray.random(16).toString();
const timestamp = String(Math.floor(Date.now() / 1000));
const signature = CryptoJS.HmacSHA256([body, nonce, timestamp].join('.'), pm.variables.get('WEBHOOK_SECRET'));
const headers = {
  'x-sinch-webhook-signature': CryptoJS.enc.Base64.stringify(signature),
  'x-sinch-webhook-signature-nonce': nonce,
  'x-sinch-webhook-signature-timestamp': timestamp,
  'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
};
for (const [key, value] of Object.entries(headers)) pm.request.headers.upsert({ key, value });
`;

/** Spoils the body after it was signed. */
export const FORGE = `
pm.request.headers.upsert({ key: 'x-sinch-webhook-signature', value: 'Zm9yZ2VkIGZvcmdlZCBmb3JnZWQgZm9yZ2VkIGZvcmc=' });
`;
