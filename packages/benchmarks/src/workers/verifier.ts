import { answerRequests } from '../harness/answer-requests.ts';
import { cpuSeconds } from '../harness/cpu-seconds.ts';
import { callbackBody } from '../verifiers/callback-body.ts';
import { loadVerifier } from '../verifiers/load-verifier.ts';
import type { Delivery } from '../verifiers/verifier.ts';

const verifier = await loadVerifier(process.argv[2] ?? '');

/** Answers with verifications per second of processor time; signing them beforehand is not counted. */
answerRequests(async ({ bytes, count }: { bytes: number; count: number }) => {
  const body = callbackBody(bytes);
  const deliveries: Delivery[] = [];
  for (let index = 0; index < count; index += 1) deliveries.push(await verifier.sign(body));
  const seconds = await cpuSeconds(async () => {
    for (const delivery of deliveries) await verifier.verify(delivery);
  });
  return count / seconds;
});
