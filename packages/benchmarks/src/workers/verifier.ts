import { answerRequests } from '../harness/answer-requests.ts';
import { timeWork } from '../harness/time-work.ts';
import { callbackBody } from '../verifiers/callback-body.ts';
import { loadVerifier } from '../verifiers/load-verifier.ts';
import type { Delivery } from '../verifiers/verifier.ts';

const verifier = await loadVerifier(process.argv[2] ?? '');

/** Verifies so many callbacks; signing them beforehand is not counted. */
answerRequests(async ({ bytes, count }: { bytes: number; count: number }) => {
  const body = callbackBody(bytes);
  const deliveries: Delivery[] = [];
  for (let index = 0; index < count; index += 1) deliveries.push(await verifier.sign(body));
  return timeWork(async () => {
    for (const delivery of deliveries) await verifier.verify(delivery);
    return count;
  });
});
