/** The update cannot go on: the document, an overlay or an option is wrong. Says what to do. */
export class UpdateError extends Error {
  override readonly name = 'UpdateError';

  constructor(what: string, options?: ErrorOptions) {
    super(`[@convapi/codegen] ${what}`, options);
  }
}
