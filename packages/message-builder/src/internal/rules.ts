// What other packages of this repository share: see the README of this folder.
export {
  addressFault,
  isAppScoped,
  isPhoneChannel,
  isPhoneNumber,
  normalizeIdentity,
  phoneChannels,
} from '../rules/identities.ts';
export { isStopped, toConsentIdentity } from '../rules/opt-outs.ts';
export { quotableMs } from '../rules/quotes.ts';
export { unreachableFile } from '../rules/reachable-files.ts';
export { lacksMmsSender } from '../rules/senders.ts';
export { isWindowOpen, needsOpenWindow, windowHours } from '../rules/sending-window.ts';
export { mostSmsParts, SMS_PARTS_PROPERTY } from '../rules/sms-parts.ts';
export { standIn } from '../rules/stand-in.ts';
export { isCallbackUrl } from '../rules/urls.ts';
