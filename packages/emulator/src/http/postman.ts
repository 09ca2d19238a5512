import { readFile } from 'node:fs/promises';
import type { EmulatedProject } from '../namespaces/index.ts';
import { findPackageFile } from '../package-file.ts';
import { emulatorError, json } from '../requests/index.ts';

interface Collection {
  info: { name: string; description: string };
  variable?: Variable[];
}

interface Variable {
  key: string;
  value: string;
  type?: string;
}

/** `GET /_emulator/postman.json`: the collection with the settings of this project filled in, so that it works as it is. @param controlUrl where the project is controlled */
export async function answerPostman(
  { url, projectId, keyId, keySecret }: EmulatedProject,
  region: string,
  controlUrl: string,
): Promise<Response> {
  const path = findPackageFile('postman.json');
  if (path === undefined) return emulatorError(404, 'not-found', 'The Postman collection is not part of this build.');
  const { collection, environment } = JSON.parse(await readFile(path, 'utf8')) as { collection: Collection; environment: Variable[] };
  const filled: Readonly<Record<string, string>> = {
    PROJECT: projectId,
    CLIENT_ID: keyId,
    CLIENT_SECRET: keySecret,
    REGION: region,
    BASE_URL: url,
    TEMPLATE_URL: url,
    BATCH_URL: `${url}/batch`,
    TOKEN_URL: `${url}/oauth2/token`,
    CONTROL_URL: controlUrl,
  };
  const values = environment.map((one) => ({ ...one, value: filled[one.key] ?? one.value }));
  const own = (collection.variable ?? []).filter(({ key }) => values.every((one) => one.key !== key));
  return json(
    200,
    { ...collection, variable: [...own, ...values] },
    { 'content-disposition': 'attachment; filename="convapi.postman_collection.json"' },
  );
}
