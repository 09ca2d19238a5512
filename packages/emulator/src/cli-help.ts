import { REGIONS } from '@convapi/core';
import { PRESET_NAMES } from './faults/index.ts';

/** Port of the command, so that settings pasted once keep working. */
export const DEFAULT_PORT = 4010;

/** What `--help` prints. */
export const HELP = `@convapi/emulator: a local Sinch Conversation API. It is not Sinch; nobody gets a message.

Usage: npx @convapi/emulator [options]

It prints the settings of your program in the form of a .env file, and runs until Ctrl-C.

  --write-env <path>     also write them to this file, e.g. for node --env-file=<path> program.js; a file with
                         other settings is left alone

Where it listens
  --port <number>        port to listen on, 0 for any free one (default ${DEFAULT_PORT})
  --host <address>       address to listen on (default 127.0.0.1: this machine only); any other needs --admin-token
  --allow-host <name>    also answer requests for this host name; may be repeated
  --admin-token <token>  /_emulator answers only with Authorization: Bearer <token>
  --no-console           no page at the address that it prints

What is in it
  --region <region>      region of calls that name none: ${REGIONS.join(', ')} (default us)
  --data <folder>        keep the state in this folder, through restarts and crashes
  --salvage              start with what can be read of a damaged --data folder
  --seed <file>          JSON file with what is there at first: apps, webhooks, contacts …, or a snapshot

How it behaves
  --preset <name>        ${PRESET_NAMES.join(', ')}; may be repeated
  --allow-target <host>  also send callbacks to this host, * for any; may be repeated
  --strict-channels      refuse channels that the app lacks with 400 in place of a FAILED report
  --no-rate-limit        no 429 after 800 calls in a second
  --loose                take fields, values, triggers and events that the spec does not know, and what is too long or too many;
                         each unknown thing is said once on stderr

Compare with the service (calls reach Sinch, and may cost money)
  --proxy <region>       pass calls on to the project of SINCH_PROJECT_ID, SINCH_KEY_ID and SINCH_KEY_SECRET, and report where
                         its answers leave the spec or the emulator: GET /_emulator/proxy/report
  --record <file>        write that report to this file at the end
  --proxy-target <url>   where the service is, if not at Sinch

  -h, --help             print this
  -v, --version          print the version

Ends with 0 when it was stopped, 1 when it cannot run, 2 when the options are wrong.
`;
