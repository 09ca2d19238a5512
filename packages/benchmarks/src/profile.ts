#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { measureInTurns } from './harness/in-turns.ts';
import { startWorker } from './harness/worker.ts';
import { profileRun, toClientProfile } from './profile/profile-client.ts';
import { renderProfiles } from './profile/render-profile.ts';
import { machineFacts } from './report/machine-facts.ts';
import { FULL } from './settings.ts';
import { SUBJECT_NAMES } from './subjects/load-subject.ts';
import type { ClientRequest } from './workers/client.ts';

/** In turns, so that a slow moment of the machine falls on all; an even number, so that each is first equally often. */
const ROUNDS = 4;
const CALLS = 10_000;
/** Ours, and the most that it can reach. */
const DEFAULT_SUBJECTS = ['convapi', 'node:http by hand'];

const { positionals } = parseArgs({ allowPositionals: true });
const subjects = positionals.length > 0 ? positionals : DEFAULT_SUBJECTS;
const unknown = subjects.find((name) => !SUBJECT_NAMES.includes(name));
if (unknown !== undefined) {
  console.error(`No client is named "${unknown}". There are: ${SUBJECT_NAMES.join(', ')}.`);
  process.exit(2);
}

const { inFlight } = FULL;
console.log(`${machineFacts()}; ${ROUNDS} × ${CALLS.toLocaleString('en')} sends, ${inFlight} in flight\n`);
const server = startWorker('server');
try {
  const request: ClientRequest = { url: await server.ask<string>({ pages: 1 }), work: 'send', count: CALLS, inFlight };
  const runs = await measureInTurns({ subjects, rounds: ROUNDS, measure: (subject) => profileRun(subject, request) });
  console.log(renderProfiles([...runs].map(([subject, list]) => toClientProfile(subject, list))));
} finally {
  await server.stop();
}
