/** Reading requests and writing answers, for everything that speaks HTTP. */

export { type AccessKey, type AccessKeys, createAccessKeys, type NewAccessKey } from './access-keys.ts';
export { type AccessTokens, createAccessTokens, TOKEN_LIFETIME_S } from './access-tokens.ts';
export { type AnswerStored, createAnswerStored } from './answer-stored.ts';
export { apiError, EMULATOR_HEADER, emulatorError, json } from './answers.ts';
export { type Access, checkAccess } from './check-access.ts';
export { type Credentials, isSame, readBasic, readBearer } from './credentials.ts';
export { BODY_LIMITS, type BodyLimits, readBytes, readJson, readText } from './read-json.ts';
export { createRequestLog, type KeptBody, type LoggedRequest, type RequestLog } from './request-log.ts';
export { keepSaid } from './said.ts';
export { partsOf } from './text-answer.ts';
export { urlOf } from './url-of.ts';
