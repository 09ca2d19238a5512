import { parseArgs } from 'node:util';
import { checkTarget } from './check-target.ts';
import { errorFields } from './error-fields.ts';
import { RehearsalError } from './rehearsal-error.ts';
import type { RehearseOptions } from './rehearse.ts';

/** What the command was asked to do. */
export type Command =
  | { run: 'help' }
  | { run: 'version' }
  | { run: 'rehearse'; options: RehearseOptions; json: boolean; handledUrl: string | undefined };

const FLAGS = {
  url: { type: 'string' },
  secret: { type: 'string' },
  json: { type: 'boolean' },
  timeout: { type: 'string' },
  tolerance: { type: 'string' },
  'max-body': { type: 'string' },
  'app-id': { type: 'string' },
  'handled-url': { type: 'string' },
  'allow-remote': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Flags = ReturnType<typeof readFlags>['values'];

/** What `--help` prints. */
export const HELP = `webhook-verifier rehearse: sends genuine, forged, stale, repeated and broken callbacks to a webhook, and says what to mend.

Usage: webhook-verifier rehearse --url <address> [options]

  --url <address>        the webhook, e.g. http://localhost:3000/webhook; your code handles the genuine callbacks
  --secret <secret>      its secret; better in SINCH_WEBHOOK_SECRET, where other users of the machine do not see it
  --json                 print the report as JSON
  --timeout <seconds>    how long to wait for each answer (default 10)
  --tolerance <seconds>  how old a callback your server takes (default 300)
  --max-body <bytes>     longest body that your server takes (default 1048576)
  --app-id <id>          app_id of the callbacks, if your server looks at it
  --handled-url <address>
                         answers GET with the number of callbacks handled so far, as proof that repetitions are dropped
  --allow-remote         send to another machine than this one
  -h, --help             print this
  -v, --version          print the version

Ends with 0 when every check passed, 1 when some did not, 2 when there was no rehearsal.
`;

/** @throws {@link RehearsalError} naming the flag that is wrong, never its value where that may be the secret */
export function parseArguments(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Command {
  const { values, positionals } = readFlags(args);
  if (values.help) return { run: 'help' };
  if (values.version) return { run: 'version' };
  if (positionals[0] !== 'rehearse') throw usage('The command is "rehearse"');
  if (positionals.length > 1) throw usage('There is a word too many behind "rehearse"');
  const allowRemote = values['allow-remote'] ?? false;
  const handledUrl = values['handled-url'];
  if (handledUrl !== undefined) checkTarget(handledUrl, '--handled-url', allowRemote);
  const options = { url: toUrl(values.url, allowRemote), secret: toSecret(values.secret, env), allowRemote, ...readLimits(values) };
  return { run: 'rehearse', options, json: values.json ?? false, handledUrl };
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
  } catch (cause) {
    const reason = errorFields(cause).message?.split(/[.\n]/)[0];
    throw usage(reason ?? 'The arguments are wrong');
  }
}

function toUrl(url: string | undefined, allowRemote: boolean): string {
  if (url === undefined) throw usage('--url is missing');
  return checkTarget(url, '--url', allowRemote).href;
}

function toSecret(flag: string | undefined, env: Readonly<Record<string, string | undefined>>): string {
  const secret = flag ?? env.SINCH_WEBHOOK_SECRET;
  if (!secret) throw usage('There is no secret. Set SINCH_WEBHOOK_SECRET, or pass --secret');
  return secret;
}

function readLimits(values: Flags): Partial<RehearseOptions> {
  const timeout = toNumber(values.timeout, '--timeout', 0.001);
  return {
    timeoutMs: timeout === undefined ? undefined : timeout * 1000,
    toleranceSeconds: toNumber(values.tolerance, '--tolerance', 1),
    maxBodyBytes: toNumber(values['max-body'], '--max-body', 1024),
    appId: values['app-id'],
  };
}

function toNumber(text: string | undefined, flag: string, least: number): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < least) throw usage(`${flag} takes a number, ${least} or more`);
  return number;
}

function usage(what: string): RehearsalError {
  return new RehearsalError('usage', `${what}. Run webhook-verifier --help.`);
}
