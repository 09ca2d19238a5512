/** What to measure round by round. */
export interface TurnOptions<Answer> {
  subjects: readonly string[];
  rounds: number;
  /** Measures one subject once, in a process of its own. */
  measure(subject: string): Promise<Answer>;
}

/**
 * Measures every subject once a round, one after the other. What the machine does in a round falls on all of them, so that
 * answers of the same round can be set beside each other. They stand in the order of the rounds.
 */
export async function measureInTurns<Answer>({ subjects, rounds, measure }: TurnOptions<Answer>): Promise<Map<string, Answer[]>> {
  const answers = new Map(subjects.map((subject) => [subject, [] as Answer[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of orderOf(subjects, round)) answers.get(subject)?.push(await measure(subject));
  }
  return answers;
}

/** One figure of each answer, round by round. */
export function samplesOf<Answer>(
  answers: ReadonlyMap<string, readonly Answer[]>,
  figure: (answer: Answer) => number,
): Map<string, number[]> {
  return new Map([...answers].map(([subject, list]) => [subject, list.map(figure)]));
}

/**
 * The order of a round: every second one runs backwards, and each two begin with another subject. Of any two subjects,
 * each is the first of them in half of an even number of rounds, and those that stand side by side run close to each other.
 */
export function orderOf(subjects: readonly string[], round: number): string[] {
  const first = subjects.length === 0 ? 0 : Math.floor(round / 2) % subjects.length;
  const turned = [...subjects.slice(first), ...subjects.slice(0, first)];
  return round % 2 === 0 ? turned : turned.reverse();
}
