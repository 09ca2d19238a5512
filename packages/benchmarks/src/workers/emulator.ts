import { startEmulator } from '@convapi/emulator';
import { answerRequests } from '../harness/answer-requests.ts';

/** Runs an emulator in a process of its own. Answers with how to reach it. */
answerRequests(async () => {
  const { url, tokenUrl, projectId, keyId, keySecret } = await startEmulator({ rateLimits: { requestsPerSecond: 0 } });
  return { baseUrl: url, tokenUrl, projectId, keyId, keySecret };
});
