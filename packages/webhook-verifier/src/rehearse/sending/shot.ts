/** One request as it goes over the wire. */
export interface Shot {
  method: string;
  /** Lines in order; a name may come twice. */
  headers: readonly (readonly [name: string, value: string])[];
  /** The body. One part is sent with its length; several are sent as chunks, without. */
  parts: readonly Uint8Array<ArrayBuffer>[];
}

/** What came back. */
export type Answer = Answered | Unanswered;

/** A whole answer. */
export interface Answered {
  status: number;
  /** Start of the body, as text. */
  body: string;
}

/** `refused`: nothing takes connections there; `closed`: the connection broke; `timeout`; `not_sent`: the server was given up. */
export interface Unanswered {
  failure: 'refused' | 'closed' | 'timeout' | 'not_sent';
  /** What the runtime said of it. */
  detail: string;
}

/** Sends one request and never rejects. */
export type Send = (shot: Shot) => Promise<Answer>;

/** How much of an answer is read, in bytes. */
export const MAX_ANSWER_BYTES = 2048;

export function isAnswered(answer: Answer): answer is Answered {
  return 'status' in answer;
}

/** Was it taken, as the service understands it? */
export function isAccepted(answer: Answer): boolean {
  return isAnswered(answer) && answer.status >= 200 && answer.status < 300;
}

/** The shot with other lines for a header: none, one or several. */
export function withHeader(shot: Shot, name: string, ...values: string[]): Shot {
  const others = shot.headers.filter(([one]) => one.toLowerCase() !== name);
  return { ...shot, headers: [...others, ...values.map((value) => [name, value] as const)] };
}

/** The value of a header of the shot. */
export function headerOf(shot: Shot, name: string): string {
  return shot.headers.find(([one]) => one.toLowerCase() === name)?.[1] ?? '';
}
