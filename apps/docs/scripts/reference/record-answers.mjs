import { exampleRequest, filledPath, operationsOf } from '@convapi/codegen/reference';

/**
 * What the emulator answers to the example of each operation, each in a world that no other example has changed.
 *
 * @param {import('@convapi/codegen/reference').Spec} spec
 * @param {Awaited<ReturnType<typeof import('./world.mjs').startWorld>>} world
 * @returns {Promise<Record<string, import('@convapi/codegen/reference').RecordedAnswer>>} by operation id
 */
export async function recordAnswers(spec, { emulator, values, restart }) {
  const { url, projectId, keyId, keySecret, control } = emulator;
  const authorization = `Basic ${btoa(`${keyId}:${keySecret}`)}`;
  /** @type {Record<string, import('@convapi/codegen/reference').RecordedAnswer>} */
  const answers = {};
  for (const operation of operationsOf(spec)) {
    restart(operation.id);
    const request = exampleRequest(spec, operation, values);
    const host = operation.host === 'batch' ? `${url}/batch` : url;
    const answer = await fetch(host + filledPath(request, projectId), {
      method: operation.method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    });
    const text = await answer.text();
    answers[operation.id] = { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
    await control.idle();
  }
  return answers;
}
