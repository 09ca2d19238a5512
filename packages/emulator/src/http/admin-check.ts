import { emulatorError, isSame, readBearer } from '../requests/index.ts';

/** Refuses whoever wants to control the emulator without its token; without a token anyone may. */
export function createAdminCheck(adminToken: string | undefined): (request: Request) => Response | undefined {
  if (adminToken === undefined) return () => undefined;
  const expected = { keyId: '', keySecret: adminToken };
  return (request) => {
    const given = readBearer(request.headers.get('authorization') ?? undefined);
    if (given !== undefined && isSame({ keyId: '', keySecret: given }, expected)) return undefined;
    const answer = emulatorError(401, 'admin-token', 'Send the admin token of the emulator: Authorization: Bearer <token>.');
    answer.headers.set('www-authenticate', 'Bearer realm="convapi-emulator"');
    return answer;
  };
}
