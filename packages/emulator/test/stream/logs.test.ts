import { describe, expect, it } from 'vitest';
import { type Body, type Lab, startLab, startReceiver, text } from '../support.ts';

const ADA = '46700000001';

interface Page {
  total: number;
  next: number | null;
  previous: number | null;
  seq: number;
}

async function get<T>(lab: Lab, path: string): Promise<T & Page> {
  return (await lab.done('GET', `/_emulator${path}`)) as unknown as T & Page;
}

const refusalOf = ({ body }: { body: Body }) => (body.emulator_error as { message: string }).message;

async function labWithMessages(count: number): Promise<Lab> {
  const lab = await startLab();
  await lab.app(['SMS']);
  for (let index = 1; index <= count; index += 1) lab.control.contact(ADA, 'SMS').writes(`number ${index}${'!'.repeat(index)}`);
  await lab.control.idle();
  return lab;
}

type Events = { events: { seq: number; gist: string; body?: object }[] };

describe('a log', () => {
  it('is walked forwards with after, and backwards with before, and nothing is left out or comes twice', async () => {
    const lab = await labWithMessages(7);
    const all = (await get<Events>(lab, '/events')).events.map(({ seq }) => seq);
    const forwards: number[] = [];
    let page = await get<Events>(lab, `/events?after=0&limit=3`);
    for (;;) {
      forwards.push(...page.events.map(({ seq }) => seq));
      if (page.next === null) break;
      page = await get<Events>(lab, `/events?after=${page.next}&limit=3`);
    }
    expect(forwards).toEqual(all);
    const backwards: number[] = [];
    page = await get<Events>(lab, '/events?limit=3');
    for (;;) {
      backwards.unshift(...page.events.map(({ seq }) => seq));
      if (page.previous === null) break;
      page = await get<Events>(lab, `/events?before=${page.previous}&limit=3`);
    }
    expect(backwards).toEqual(all);
    expect(page.total).toBe(7);
  });

  it('shows the newest where only a limit is given, and says where this is right for', async () => {
    const lab = await labWithMessages(5);
    const { events, total, seq } = await get<Events>(lab, '/events?limit=2&view=summary');
    expect(events.map(({ gist }) => gist)).toEqual(['number 4!!!!', 'number 5!!!!!']);
    expect([total, seq]).toEqual([5, lab.control.seq()]);
  });

  it('leaves out bodies in a summary, and finds words in whichever case', async () => {
    const lab = await labWithMessages(3);
    const { events } = await get<Events>(lab, '/events?view=summary&q=NUMBER%202!!%20message_id');
    expect(events).toEqual([
      {
        seq: expect.any(Number),
        trigger: 'MESSAGE_INBOUND',
        app_id: expect.any(String),
        time: '2026-11-21T12:00:00.000Z',
        gist: 'number 2!!',
        message_id: expect.any(String),
        channel: 'SMS',
        identity: ADA,
      },
    ]);
    expect((await get<Events>(lab, '/events?q=nothing')).events).toEqual([]);
  });

  it.each([
    ['/events?limt=1', 'limt is no parameter'],
    ['/events?limit=0', 'limit must be a whole number from 1 up'],
    ['/events?limit=many', 'limit must be a whole number'],
    ['/events?after=-1', 'after must be a whole number'],
    ['/events?view=short', 'view must be full or summary'],
    ['/events?limit=1&limit=2', 'limit is given twice'],
    ['/callbacks?trigger=A&webhook=1', 'webhook is no parameter'],
    ['/messages?chanel=SMS', 'chanel is no parameter'],
    ['/requests?since=1', 'since is no parameter'],
    ['/handsets?name=a', 'name is no parameter'],
    ['/clock?zone=UTC', 'zone is no parameter'],
    ['/coverage?x=1', 'It has none'],
    ['/identities?x=1', 'It has none'],
    ['/snapshot?x=1', 'It has none'],
    ['/faults?x=1', 'It has none'],
    ['/faults/fired?x=1', 'It has none'],
    ['/namespaces?x=1', 'It has none'],
    ['/channels?x=1', 'It has none'],
    ['/plan?x=1', 'It has none'],
    ['/keys?x=1', 'It has none'],
    ['?x=1', 'It has none'],
  ])('is not asked for what it does not have: %s', async (path, message) => {
    const lab = await startLab();
    const answer = await lab.call('GET', `/_emulator${path}`);
    expect([answer.status, refusalOf(answer)]).toEqual([400, expect.stringContaining(message)]);
  });

  it('is not written to with parameters either', async () => {
    const lab = await startLab();
    expect(refusalOf(await lab.call('POST', '/_emulator/reset?hard=1', {}))).toContain('hard is no parameter');
    expect(refusalOf(await lab.call('DELETE', '/_emulator/channels/SMS?adress=1'))).toContain('adress is no parameter');
  });
});

describe('an operation of the API', () => {
  it('refuses parameters that the document does not know, and takes them with loose, with a word', async () => {
    const lab = await startLab();
    const answer = await lab.call('GET', '/apps?page_sise=3');
    expect(answer.status).toBe(400);
    expect(answer.body.error.details[0]?.field_violations).toEqual([
      { field: 'page_sise', description: expect.stringContaining('is no parameter that') },
    ]);
    expect(answer.body.error.message).toContain('--loose');
    const loose = await startLab({ loose: true });
    expect((await loose.call('GET', '/apps?page_sise=3')).status).toBe(200);
  });

  it('takes the parameters that it has, in each of their forms', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    for (const mask of ['update_mask=display_name', 'update_mask.paths=display_name']) {
      expect((await lab.call('PATCH', `/apps/${app}?${mask}`, { display_name: 'New' })).status).toBe(200);
    }
  });
});

describe('the log of calls', () => {
  it('has each call with its bodies, and secrets are masked', async () => {
    const lab = await startLab();
    const app = await lab.app(['SMS']);
    const receiver = await startReceiver();
    await lab.done('POST', '/webhooks', { app_id: app, target: receiver.url, target_type: 'HTTP', triggers: [], secret: 'hush' });
    await fetch(lab.tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: lab.keyId, client_secret: lab.keySecret }),
    });
    await lab.call('GET', '/contacts?page_size=-1');
    const { requests } = await get<{ requests: Record<string, unknown>[] }>(lab, '/requests');
    expect(requests.map(({ operation, method, status }) => `${method} ${operation} ${status}`)).toEqual([
      'POST App_CreateApp 200',
      'POST Webhooks_CreateWebhook 200',
      'POST Token 200',
      'GET Contact_ListContacts 400',
    ]);
    expect(requests[1]).toMatchObject({ app_id: app, key_id: lab.keyId, as_owner: false, region: 'us' });
    expect(requests[3]).toMatchObject({ violations: [{ field: 'page_size', description: 'must be at least 0' }] });
    const all = JSON.stringify(requests);
    for (const secret of ['hush', lab.keySecret, btoa(`${lab.keyId}:${lab.keySecret}`), '"access_token":"ey'])
      expect(all).not.toContain(secret);
    expect(all).toContain('Basic ***');
    const id = requests[1]?.id as string;
    expect(await lab.done('GET', `/_emulator/requests/${id}`)).toMatchObject({ request: { id, query: '' } });
    expect((await lab.call('GET', '/_emulator/requests/1')).status).toBe(404);
  });

  it('keeps the beginning of a long body, and as many calls as it is told', async () => {
    const lab = await startLab({ requestLog: 2 });
    const app = await lab.app(['SMS']);
    await lab.send(app, [['SMS', ADA]], { message: text('a'.repeat(1500)), message_metadata: 'é'.repeat(1000) });
    await lab.call('POST', '/messages:send', `{"app_id":"${app}","x":"${'y'.repeat(50_000)}"}`);
    const [sent, long, ...more] = lab.control.requests();
    expect([sent?.request_body?.is_cut, more]).toEqual([false, []]);
    expect(long?.request_body).toMatchObject({ is_cut: true, length: expect.any(Number) });
    expect(long?.request_body?.text).toHaveLength(16 * 1024);
    expect(long).toMatchObject({ app_id: app, status: 400 });
  });

  it('is off with 0', async () => {
    const lab = await startLab({ requestLog: 0 });
    await lab.app(['SMS']);
    expect(lab.control.requests()).toEqual([]);
  });

  it('says 0 for a call whose connection a fault broke', async () => {
    const lab = await startLab();
    lab.control.fault({ effect: { reset: 'after' } });
    await lab.call('GET', '/apps').catch(() => undefined);
    expect(lab.control.requests()).toMatchObject([{ status: 0, operation: 'App_ListApps' }]);
  });
});

describe('a wait', () => {
  it('goes on behind what the one before it found, so that nothing falls between them', async () => {
    const lab = await startLab();
    await lab.app(['SMS']);
    const before = lab.control.seq();
    const contact = lab.control.contact(ADA, 'SMS');
    for (const words of ['one', 'two', 'three']) contact.writes(words);
    const found: string[] = [];
    let after = before;
    for (let index = 0; index < 3; index += 1) {
      const answer = await lab.done('POST', '/_emulator/wait', { trigger: 'MESSAGE_INBOUND', after });
      found.push(JSON.stringify(answer.body));
      after = answer.seq as number;
    }
    expect(found.map((body) => /"text":"(\w+)"/.exec(body)?.[1])).toEqual(['one', 'two', 'three']);
    const next = lab.control.waitFor({ trigger: 'MESSAGE_INBOUND' }, { after });
    contact.writes('four');
    expect(JSON.stringify((await next).body)).toContain('four');
  });

  it('refuses a cursor of another run, and one behind which something is forgotten', async () => {
    const lab = await startLab({ logLimit: 3 });
    await lab.app(['SMS']);
    const before = lab.control.seq();
    expect(refusalOf(await lab.call('POST', '/_emulator/wait', { after: 12 }))).toContain('no moment of this run');
    for (let index = 0; index < 10; index += 1) lab.control.contact(ADA, 'SMS').writes('a');
    await lab.control.idle();
    expect(refusalOf(await lab.call('POST', '/_emulator/wait', { after: before }))).toContain('is forgotten');
  });
});
