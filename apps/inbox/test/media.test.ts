import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inbound } from './callbacks.ts';
import { type Harness, startHarness } from './harness.ts';

// A database takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const LARGE = 33 * 1024 * 1024;

let inbox: Harness;
let files: Server;
let url: string;
const ranges: (string | undefined)[] = [];
beforeAll(async () => {
  files = createServer((request, response) => {
    const [path, query = ''] = (request.url ?? '').split('?');
    if (path === '/away') return void response.writeHead(302, { location: query }).end();
    if (path === '/loop') return void response.writeHead(302, { location: '/loop' }).end();
    if (path === '/large') return void response.writeHead(200, { 'content-type': 'image/png', 'content-length': LARGE }).end();
    if (path === '/missing') return void response.writeHead(404).end();
    ranges.push(request.headers.range);
    response.writeHead(200, { 'content-type': decodeURIComponent(query), 'set-cookie': 'a=b' }).end(PNG);
  });
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
  inbox = await startHarness();
});
afterAll(async () => {
  await inbox.close();
  files.close();
});

const media = (address: string, headers = {}) => inbox.fetch(`/api/media?url=${encodeURIComponent(address)}`, { headers });

describe('media of contacts', () => {
  it('come through the inbox as they are, and nothing else of the server that has them', async () => {
    const response = await media(`${url}/a.png?image/png`, { range: 'bytes=0-3' });
    expect([response.status, Buffer.from(await response.arrayBuffer())]).toEqual([200, PNG]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=86400',
    });
    expect([response.headers.get('set-cookie'), ranges.at(-1)]).toEqual([null, 'bytes=0-3']);
  });

  it.each(['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript', 'application/pdf', ''])(
    'are a download of no type when they could be a page: %s',
    async (type) => {
      const response = await media(`${url}/x?${encodeURIComponent(type)}`);
      expect([response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([
        'application/octet-stream',
        expect.stringMatching(/^attachment/),
      ]);
      await response.arrayBuffer();
    },
  );

  it.each([
    ['file:///etc/passwd', 400],
    ['ftp://127.0.0.1/', 400],
    ['javascript:alert(1)', 400],
    ['http://user:password@127.0.0.1/', 400],
    ['nothing', 400],
    ['/large', 413],
    ['/missing', 502],
    ['/loop', 502],
    ['http://127.0.0.1:9/', 502],
  ])('are refused with a reason: %s', async (address, status) => {
    const response = await media(address.startsWith('/') ? url + address : address);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  });

  it('never come from inside of the own network, once the service is the real one', async () => {
    const real = await startHarness({ baseUrl: 'https://service.example', tokenUrl: 'https://service.example/token' });
    const inside = [
      `${url}/a.png?image/png`,
      'http://localhost/',
      'http://[::1]/',
      'http://[::ffff:127.0.0.1]/',
      'http://169.254.169.254/latest/meta-data/',
      'http://10.0.0.1/',
      'http://192.168.1.1/',
      'http://0.0.0.0/',
      'http://2130706433/',
      'http://0x7f.1/',
    ];
    for (const address of inside) {
      const response = await real.fetch(`/api/media?url=${encodeURIComponent(address)}`);
      expect([address, response.status, (await response.json()).detail]).toEqual([
        address,
        400,
        'That address is inside of the own network.',
      ]);
    }
    await real.close();
  });
});

describe('files for contacts', () => {
  const put = (body: BodyInit, type: string, name = 'menu.png') =>
    inbox.fetch(`/api/uploads?name=${encodeURIComponent(name)}`, { method: 'POST', headers: { 'content-type': type }, body });

  it('get an address that channels can fetch, and nobody can guess', async () => {
    const answer = await put(PNG, 'image/png');
    const upload = await answer.json();
    expect([answer.status, upload]).toEqual([201, { url: expect.any(String), name: 'menu.png', type: 'image/png', bytes: PNG.length }]);
    expect(upload.url).toMatch(new RegExp(`^${inbox.url}/uploads/[\\w-]{32}/menu\\.png$`));
    const file = await fetch(upload.url);
    expect([file.status, file.headers.get('content-type'), Buffer.from(await file.arrayBuffer())]).toEqual([200, 'image/png', PNG]);
    expect((await fetch(`${inbox.url}/uploads/guess/menu.png`)).status).toBe(404);
  });

  it('are refused when they are too large, empty, or of a type that no channel takes', async () => {
    const large = await put(new Uint8Array(20 * 1024 * 1024), 'image/png');
    expect([large.status, (await large.json()).detail]).toEqual([413, 'That is too large: at most 16384 KB are taken here.']);
    expect((await put('', 'image/png')).status).toBe(400);
    for (const type of ['text/html', 'image/svg+xml', 'text/plain', 'multipart/form-data', 'application/x-www-form-urlencoded', '']) {
      expect([type, (await put(PNG, type)).status]).toEqual([type, 415]);
    }
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['.htaccess', 'htaccess'],
    ['a"b<c>.png', 'abc.png'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['', 'file'],
    ['menü 1.pdf', 'menü 1.pdf'],
  ])('have a name that is only a name: %s', async (name, expected) => {
    const { name: kept, url: address } = await (await put(PNG, 'application/pdf', name)).json();
    expect(kept).toBe(expected);
    expect((await fetch(address)).headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
  });

  it('are deleted with the person that they were sent to', async () => {
    const { url: address } = await (await put(PNG, 'image/png')).json();
    const who = { channel: 'SMS', identity: '46714000001', contact: 'GONE' };
    await inbox.callback(inbound(who, 'GONE1', { text_message: { text: 'A picture?' } }));
    const { id } = await inbox.conversationWith('46714000001');
    await inbox.send(id, { media_message: { url: address } });
    expect(await inbox.deletePerson('+46 714 00 00 01')).toEqual({ conversations: 1, messages: 2, files: 1, contactIds: ['GONE'] });
    expect((await fetch(address)).status).toBe(404);
    expect((await inbox.get(`/api/conversations/${id}`)).status).toBe(404);
    expect(await inbox.deletePerson('GONE')).toEqual({ conversations: 0, messages: 0, files: 0, contactIds: [] });
  });
});
