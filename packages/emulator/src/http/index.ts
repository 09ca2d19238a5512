/** Every path of the emulator. */
export { createApi } from './api.ts';
export { toAnswer, toChannel, toText } from './control-fields.ts';
export { createHttpApp } from './create-http-app.ts';
export { describeEmulator } from './describe-emulator.ts';
