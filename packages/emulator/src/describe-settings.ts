import { CONSOLE_FOLDER, findPackageFile } from './package-file.ts';
import type { ProxyOptions } from './proxy/index.ts';
import type { EmulatorOptions } from './settings.ts';
import type { Emulator } from './start-emulator.ts';

/** How each text of {@link describeSettings} begins, by which a file of ours is told from one of the reader's. */
export const FIRST_WORDS = '# Conversation API emulator';

/** The settings for a program as a `.env` file: what is no setting is a comment, so that the text can be saved and sourced. */
export function describeSettings(emulator: Emulator, { region, proxy, console }: EmulatorOptions): string {
  return proxy ? describeProxy(emulator, proxy) : describeOwn(emulator, region ?? 'us', console ?? true);
}

/** Where the page is, where there is one. */
function consoleOf(url: string, isOn: boolean): string {
  return isOn && findPackageFile(CONSOLE_FOLDER) !== undefined ? `# Console: ${url}/\n` : '';
}

function describeOwn(emulator: Emulator, region: string, console: boolean): string {
  const { url, projectId, keyId, keySecret } = emulator;
  return `${FIRST_WORDS} at ${url} (not Sinch: nobody gets a message)
${consoleOf(url, console)}# What it can do: ${url}/_emulator
SINCH_PROJECT_ID=${projectId}
SINCH_KEY_ID=${keyId}
SINCH_KEY_SECRET=${keySecret}
SINCH_REGION=${region}
${addressesOf(emulator)}`;
}

function describeProxy(emulator: Emulator, { region, target }: ProxyOptions): string {
  return `${FIRST_WORDS} at ${emulator.url}, passing calls on to ${target ?? `Sinch (${region})`}: people may get messages
# What it finds out: ${emulator.url}/_emulator/proxy/report
# SINCH_PROJECT_ID, SINCH_KEY_ID and SINCH_KEY_SECRET stay as they are
SINCH_REGION=${region}
${addressesOf(emulator)}`;
}

function addressesOf({ url, tokenUrl }: Emulator): string {
  return `CONVAPI_BASE_URL=${url}
CONVAPI_TOKEN_URL=${tokenUrl}
`;
}
