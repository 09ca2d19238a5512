import { describe, expect, it } from 'vitest';
import { type Lab, startLab, text, wrongFields } from './support.ts';

const ADA = '46700000001';

const GREETING = {
  default_translation: 'en-US',
  translations: [
    { language_code: 'en-US', ...text(`Hello \${name}`), variables: [{ key: 'name', preview_value: 'Ada' }] },
    { language_code: 'sv', ...text(`Hej \${name}`) },
  ],
};

function at(lab: Lab, path = ''): string {
  return `/v2/projects/${lab.projectId}/templates${path}`;
}

async function create(lab: Lab, body: object = GREETING): Promise<string> {
  return (await lab.done('POST', at(lab), body)).id;
}

function omni(template_id: string, more: object = {}): object {
  return { message: { template_message: { omni_template: { template_id, version: 'latest', parameters: { name: 'Ada' }, ...more } } } };
}

describe('stored templates', () => {
  it('start at version 1 and come back', async () => {
    const lab = await startLab();
    const id = await create(lab);
    const template = await lab.done('GET', at(lab, `/${id}`));
    expect(template).toMatchObject({ id, version: 1, default_translation: 'en-US', create_time: '2026-11-21T12:00:00.000Z' });
    expect(template.translations).toMatchObject([
      { language_code: 'en-US', version: '1' },
      { language_code: 'en-US', version: 'latest' },
      { language_code: 'sv', version: '1' },
      { language_code: 'sv', version: 'latest' },
    ]);
    expect((await lab.done('GET', at(lab))).templates).toEqual([template]);
  });

  it('take an id of their own, once', async () => {
    const lab = await startLab();
    expect(await create(lab, { ...GREETING, id: '01HVN010MG3B9N6X323JAFN59P' })).toBe('01HVN010MG3B9N6X323JAFN59P');
    const answer = await lab.call('POST', at(lab), { ...GREETING, id: '01HVN010MG3B9N6X323JAFN59P' });
    expect([answer.status, answer.body.error.status]).toEqual([409, 'ALREADY_EXISTS']);
  });

  it.each([
    ['no default', { translations: GREETING.translations }, ['default_translation']],
    ['a default that is not there', { ...GREETING, default_translation: 'fi' }, ['default_translation']],
    ['no translations', { default_translation: 'en', translations: [] }, ['default_translation']],
    [
      'a language twice',
      { default_translation: 'en', translations: [1, 2].map(() => ({ language_code: 'en', ...text('x') })) },
      ['translations[1]'],
    ],
    [
      'two messages at once',
      { default_translation: 'en', translations: [{ language_code: 'en', ...text('x'), media_message: { url: 'x' } }] },
      ['translations[0]'],
    ],
  ])('are refused with %s', async (_what, body, fields) => {
    const lab = await startLab();
    const answer = await lab.call('POST', at(lab), body);
    expect([answer.status, wrongFields(answer)]).toEqual([400, fields]);
  });

  it('are replaced by whoever knows the current version', async () => {
    const lab = await startLab();
    const id = await create(lab);
    const replaced = await lab.done('PUT', at(lab, `/${id}`), { ...GREETING, id, version: 1, description: 'New' });
    expect(replaced).toMatchObject({ version: 2, description: 'New' });
    for (const [version, status] of [
      [1, 409],
      [7, 409],
      [undefined, 400],
    ]) {
      const answer = await lab.call('PUT', at(lab, `/${id}`), { ...GREETING, id, version });
      expect([answer.status, wrongFields(answer)]).toEqual([status, ['version']]);
    }
    const nameless = await lab.call('PUT', at(lab, `/${id}`), { ...GREETING, version: 2 });
    expect([nameless.status, wrongFields(nameless)]).toEqual([400, ['id']]);
    const asCreated = await lab.call('PUT', at(lab, `/${id}`), GREETING);
    expect([asCreated.status, wrongFields(asCreated)]).toEqual([400, ['id', 'version']]);
  });

  it('list translations by language and version, older ones too', async () => {
    const lab = await startLab();
    const id = await create(lab);
    await lab.done('PUT', at(lab, `/${id}`), { ...GREETING, id, version: 1 });
    const list = async (query: string) =>
      ((await lab.done('GET', at(lab, `/${id}/translations${query}`))).translations as { language_code: string; version: string }[]).map(
        (one) => `${one.language_code} ${one.version}`,
      );
    expect(await list('')).toEqual(['en-US 1', 'sv 1', 'en-US 2', 'sv 2']);
    expect(await list('?language_code=sv')).toEqual(['sv 1', 'sv 2']);
    expect(await list('?language_code=sv&translation_version=2')).toEqual(['sv 2']);
    expect(await list('?language_code=fi')).toEqual([]);
    expect(await list('?translation_version=latest')).toEqual(['en-US latest', 'sv latest']);
  });

  it('come with a second copy of each translation, which may be sent back', async () => {
    const lab = await startLab();
    const id = await create(lab);
    const read = await lab.done('GET', at(lab, `/${id}`));
    const replaced = await lab.done('PUT', at(lab, `/${id}`), read);
    expect((replaced.translations as object[]).length).toBe(2);
    const again = await lab.done('GET', at(lab, `/${id}`));
    expect((again.translations as { version: string }[]).map(({ version }) => version)).toEqual(['1', 'latest', '1', 'latest']);
  });

  it('are gone once deleted', async () => {
    const lab = await startLab();
    const id = await create(lab);
    await lab.done('DELETE', at(lab, `/${id}`));
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['DELETE', '', undefined],
      ['GET', '/translations', undefined],
      ['PUT', '', { ...GREETING, id, version: 1 }],
    ] as const) {
      expect((await lab.call(method, at(lab, `/${id}${path}`), body)).status).toBe(404);
    }
  });
});

describe('messages made from a stored template', () => {
  async function show(more: object, body: object = GREETING): Promise<unknown> {
    const lab = await startLab();
    const id = await create(lab, body);
    await lab.send(await lab.app(['SMS']), [['SMS', ADA]], omni(id, more));
    return lab.control.messages({ channel: 'SMS' })[0]?.message;
  }

  it('have their placeholders filled in the language asked for', async () => {
    expect(await show({})).toEqual(text('Hello Ada'));
    expect(await show({ language_code: 'en_US', version: '1' })).toEqual(text('Hello Ada'));
    expect(await show({ language_code: 'sv' })).toEqual(text('Hej Ada'));
  });

  it('keep what looks like a placeholder in a value', async () => {
    expect(await show({ parameters: { name: `\${name} $& $1` } })).toEqual(text(`Hello \${name} $& $1`));
  });

  it.each([
    ['TEMPLATE_NOT_FOUND', { template_id: '01' }],
    ['TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION', { language_code: 'fi' }],
    ['TEMPLATE_NON_EXISTING_LANGUAGE_OR_VERSION', { version: '9' }],
    ['TEMPLATE_INSUFFICIENT_PARAMETERS', { parameters: {} }],
    ['TEMPLATE_INSUFFICIENT_PARAMETERS', { parameters: { constructor: 'x' } }],
  ])('fail with %s after the 200', async (reason, more) => {
    const lab = await startLab();
    const id = await create(lab);
    expect(lab.reports(await lab.send(await lab.app(['SMS']), [['SMS', ADA]], omni(id, more)))).toEqual([`FAILED SMS ${reason}`]);
    lab.checkCallbacks();
  });

  it('give way to the template of the channel itself, with its own names', async () => {
    const lab = await startLab();
    const override = { template_reference: { template_id: 'hi', language_code: 'en' }, parameter_mappings: { 'body[1]text': 'name' } };
    const translations = [{ language_code: 'en', ...text(`Hello \${name}`), channel_template_overrides: { WHATSAPP: override } }];
    const id = await create(lab, { default_translation: 'en', translations });
    const app = await lab.app(['WHATSAPP']);
    // No window is open, and a template needs none.
    expect(lab.reports(await lab.send(app, [['WHATSAPP', ADA]], omni(id))).at(-1)).toBe('DELIVERED WHATSAPP');
    expect(lab.control.messages()[0]?.message).toEqual({
      template_message: {
        channel_template: { WHATSAPP: { template_id: 'hi', language_code: 'en', parameters: { 'body[1]text': 'Ada' } } },
      },
    });
    expect(lab.reports(await lab.send(app, [['WHATSAPP', ADA]], omni(id, { parameters: {} })))).toEqual([
      'FAILED WHATSAPP TEMPLATE_INSUFFICIENT_PARAMETERS',
    ]);
  });

  it('need the open window of WhatsApp when they are an ordinary message there', async () => {
    const lab = await startLab();
    const id = await create(lab);
    expect(lab.reports(await lab.send(await lab.app(['WHATSAPP']), [['WHATSAPP', ADA]], omni(id)))).toEqual([
      'FAILED WHATSAPP OUTSIDE_ALLOWED_SENDING_WINDOW',
    ]);
  });

  it('can be tapped like any other', async () => {
    const lab = await startLab();
    const choice_message = { text_message: { text: `Ok, \${name}?` }, choices: [{ ...text(`Yes \${name}`), postback_data: 'y' }] };
    const id = await create(lab, { default_translation: 'en', translations: [{ language_code: 'en', choice_message }] });
    await lab.send(await lab.app(['RCS']), [['RCS', ADA]], omni(id));
    lab.control.contact(ADA, 'RCS').taps('Yes Ada');
    const { body } = await lab.control.waitFor({ trigger: 'MESSAGE_INBOUND' });
    expect(body).toMatchObject({ message: { contact_message: { choice_response_message: { postback_data: 'y' } } } });
  });

  it('serve as the message of one channel', async () => {
    const lab = await startLab();
    const template_reference = { template_id: await create(lab), version: 'latest', parameters: { name: 'Ada' } };
    const message = { ...text('Plain'), explicit_channel_omni_message: { KAKAOTALK: { template_reference } } };
    const kakao = { channel: 'KAKAOTALK', kakaotalk_credentials: { kakaotalk_plus_friend_id: 'x', kakaotalk_sender_key: 'y' } };
    const { id } = await lab.done('POST', '/apps', { display_name: 'K', channel_credentials: [kakao] });
    await lab.send(id, [['KAKAOTALK', 'k-1']], { message });
    expect(lab.control.messages()[0]?.message).toEqual(text('Hello Ada'));
  });

  it('fail on a channel for which they name no template', async () => {
    const lab = await startLab();
    const message = { template_message: { channel_template: { WHATSAPP: { template_id: 'hello', language_code: 'en' } } } };
    expect(lab.reports(await lab.send(await lab.app(['SMS']), [['SMS', ADA]], { message }))).toEqual(['FAILED SMS TEMPLATE_NOT_FOUND']);
  });
});
