import { createRequire } from 'node:module';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

interface Document {
  paths: Record<string, Record<string, { operationId?: string; responses?: { 200?: { content?: object } } }>>;
  webhooks: Record<string, { post?: { operationId?: string } }>;
}

/** Checks what the emulator says against the document as it is published, not as the emulator prepared it. */
export interface SpecCheck {
  /** The id of the operation; throws when the answer is not what the spec says. */
  answer(method: string, path: string, body: unknown): string | undefined;
  /** Throws when the body of a refusal is not what the spec says, or names another status. */
  refusal(status: number, body: unknown): void;
  /** Throws when the body of a callback is not what the spec says. */
  callback(trigger: string, body: unknown): void;
}

export function createSpecCheck(): SpecCheck {
  const require = createRequire(import.meta.url);
  const document = require('@convapi/core/openapi.json') as Document;
  const batch = require('@convapi/core/batch.openapi.json') as Document;
  const ajv = new Ajv2020({ strict: false, validateSchema: false });
  formats.default(ajv);
  ajv.addFormat('e164', true);
  ajv.addFormat('unix-seconds', true);
  ajv.addSchema({ ...document, $id: 'https://spec.test/' });
  ajv.addSchema({ ...batch, $id: 'https://batch.test/' });
  const checks = new Map<string, ValidateFunction>();

  function check(reference: string, body: unknown, what: string): void {
    let validate = checks.get(reference);
    if (!validate) {
      validate = ajv.compile({ allOf: [{ $ref: reference }], unevaluatedProperties: false });
      checks.set(reference, validate);
    }
    if (!validate(body)) throw new Error(`${what} is not as the spec says: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body)}`);
  }

  const templates = [
    ...Object.keys(document.paths).map((path) => ({ document, id: 'https://spec.test/', path, pattern: toPattern(path) })),
    ...Object.keys(batch.paths).map((path) => ({ document: batch, id: 'https://batch.test/', path, pattern: toPattern(`/batch${path}`) })),
  ];

  return {
    answer(method, path, body) {
      const verb = method.toLowerCase();
      const found = templates.find((one) => one.pattern.test(path) && one.document.paths[one.path]?.[verb]);
      if (!found) return undefined;
      const operation = found.document.paths[found.path]?.[verb];
      if (!operation?.responses?.[200]?.content) {
        if (JSON.stringify(body) !== '{}') throw new Error(`${method} ${path} should answer {}`);
        return operation?.operationId;
      }
      const schema = `${found.id}#/paths/${escapePointer(found.path)}/${verb}/responses/200/content/application~1json/schema`;
      check(schema, body, `${method} ${path}`);
      return operation.operationId;
    },
    refusal(status, body) {
      check('https://spec.test/#/components/schemas/RuntimeError', body, `The answer ${status}`);
      const { code } = (body as { error: { code: number } }).error;
      if (code !== status) throw new Error(`The answer ${status} says ${code} in its body`);
    },
    callback(trigger, body) {
      check(`https://spec.test/#/webhooks/${trigger}/post/requestBody/content/application~1json/schema`, body, `The callback ${trigger}`);
    },
  };
}

/** Verbs behind a colon come before ids, which may not hold one. */
function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/:]+')}$`);
}

function escapePointer(path: string): string {
  return encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'));
}
