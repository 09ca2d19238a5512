import { TOKEN_PATH } from '../faults/index.ts';
import { readBasic, readBearer, readText, urlOf } from '../requests/index.ts';
import type { Namespaces } from './namespaces.ts';
import type { Space } from './space.ts';

/**
 * Whose call it is: that of the access key. A key that nobody knows leaves the project of the path, whose answer will be a 401.
 * A known key on a project that is not its own is answered by its owner, with a 403.
 */
export async function routeToSpace(namespaces: Namespaces, request: Request): Promise<Space> {
  if (namespaces.names().length === 0) return namespaces.main;
  const { pathname } = urlOf(request);
  const keyId = await readKeyId(request, pathname);
  const byKey = keyId === undefined ? undefined : namespaces.owner(keyId);
  return byKey ?? namespaces.owner(/\/projects\/([^/]+)/.exec(pathname)?.[1] ?? '') ?? namespaces.main;
}

async function readKeyId(request: Request, path: string): Promise<string | undefined> {
  const header = request.headers.get('authorization') ?? undefined;
  const basic = readBasic(header);
  if (basic) return basic.keyId;
  if (path === TOKEN_PATH && request.body !== null) {
    const text = await readText(request.clone());
    return new URLSearchParams(text).get('client_id') ?? undefined;
  }
  const bearer = readBearer(header);
  return bearer && readSubject(bearer);
}

/** Taken on trust: it only says who will check the signature. */
function readSubject(token: string): string | undefined {
  try {
    const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub?: unknown };
    return typeof sub === 'string' ? sub : undefined;
  } catch {
    return undefined;
  }
}
