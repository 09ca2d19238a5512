import { type Emulator, type EmulatorOptions, isEmulatorError, MAGIC_IDENTITIES, startEmulator } from '@convapi/emulator';

const options: EmulatorOptions = { port: 0, host: '127.0.0.1', region: 'eu', strictChannels: true, now: Date.now };
const emulator: Emulator = await startEmulator(options);
export const settings: string[] = [emulator.url, emulator.tokenUrl, emulator.projectId, emulator.keyId, emulator.keySecret];

const { control } = emulator;
control.channel('RCS').answers({ status: 'FAILED', reason: 'RECIPIENT_NOT_REACHABLE' }, { identity: '46700000000' });
control.contact('46700000000', 'SMS').writes('Hello');
control.contact('46700000000', 'SMS').taps('Yes');
await control.waitFor({ trigger: 'MESSAGE_DELIVERY', status: 'DELIVERED' }, { timeoutMs: 100 });
await control.idle();
await control.advance(60_000);
export const callbacks: number = control.callbacks().length;
export const number: string = MAGIC_IDENTITIES.MEDIA_TOO_LARGE;
export const isOurs = (error: unknown): boolean => isEmulatorError(error);
control.reset();
await emulator.close();
