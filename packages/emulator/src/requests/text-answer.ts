/** What an answer is made of that is written out whole. */
export interface AnswerParts {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/**
 * A `Response` with a text, made when somebody asks for more than its status and its headers: most answers go out as they were written, and
 * a `Response` that has a body, which is a stream, costs more than what an answer says.
 */
class TextAnswer {
  readonly #parts: AnswerParts;
  #headers: Headers | undefined;
  #response: Response | undefined;

  constructor(parts: AnswerParts) {
    this.#parts = parts;
  }

  get status(): number {
    return this.#parts.status;
  }

  get headers(): Headers {
    this.#headers ??= new Headers(this.#parts.headers);
    return this.#headers;
  }

  /** What is to be written; nothing once the body was read. */
  get parts(): AnswerParts | undefined {
    if (this.#response !== undefined) return undefined;
    return this.#headers === undefined ? this.#parts : { ...this.#parts, headers: Object.fromEntries(this.#headers) };
  }

  /** The whole thing. Its headers are those that were changed here until now. */
  get response(): Response {
    if (this.#response === undefined) {
      const { status, text } = this.#parts;
      this.#response = new Response(text, { status, headers: this.headers });
      this.#headers = this.#response.headers;
    }
    return this.#response;
  }
}

const READ = ['body', 'bodyUsed', 'ok', 'redirected', 'statusText', 'type', 'url'] as const;
const CALLED = ['arrayBuffer', 'blob', 'bytes', 'clone', 'formData', 'json', 'text'] as const;

for (const name of READ) {
  Object.defineProperty(TextAnswer.prototype, name, {
    get(this: TextAnswer) {
      return this.response[name];
    },
  });
}
for (const name of CALLED) {
  Object.defineProperty(TextAnswer.prototype, name, {
    value(this: TextAnswer) {
      const { response } = this;
      return (response[name as 'text'] as () => unknown).call(response);
    },
  });
}

/** An answer of this text. */
export function textAnswer(parts: AnswerParts): Response {
  return new TextAnswer(parts) as unknown as Response;
}

/** What an answer of {@link textAnswer} is made of, while nobody has read it; `undefined` for any other one. */
export function partsOf(answer: Response | TextAnswer): AnswerParts | undefined {
  return answer instanceof TextAnswer ? answer.parts : undefined;
}
