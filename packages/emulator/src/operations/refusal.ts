import type { FieldViolation } from '@convapi/core';

/** The google.rpc codes that the API answers with. */
export type RefusalCode =
  | 'INVALID_ARGUMENT'
  | 'UNAUTHENTICATED'
  | 'PERMISSION_DENIED'
  | 'NOT_FOUND'
  | 'UNIMPLEMENTED'
  | 'FAILED_PRECONDITION'
  | 'ALREADY_EXISTS'
  | 'ABORTED'
  | 'RESOURCE_EXHAUSTED';

/** The API says no. Thrown by operations, turned into an answer by the HTTP side. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly violations: FieldViolation[];

  constructor(code: RefusalCode, message: string, violations: FieldViolation[] = []) {
    super(message);
    this.code = code;
    this.violations = violations;
  }
}

/** 400 that names the fields. @param advice a further sentence, with the space before it */
export function invalid(violations: FieldViolation[], advice = ''): Refusal {
  const [first] = violations;
  const more = violations.length > 1 ? ` (and ${violations.length - 1} more)` : '';
  return new Refusal(
    'INVALID_ARGUMENT',
    `Invalid request: ${first?.field === '' ? 'the body' : first?.field} ${first?.description}${more}${advice === '' ? '' : `.${advice}`}`,
    violations,
  );
}

/** 400 about one field. */
export function invalidField(field: string, description: string): Refusal {
  return invalid([{ field, description }]);
}

/** 404 for a resource. */
export function notFound(kind: string, id: string): Refusal {
  return new Refusal('NOT_FOUND', `${kind} ${id} was not found. Is it in another region or project?`);
}
