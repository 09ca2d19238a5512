/** Something that happens again and again, and that others follow: how a resource tells those above it, which it does not know. */
export interface Topic<Happening> {
  /** Tells every follower, at once and in the order in which they came. */
  publish(happening: Happening): void;
  subscribe(follower: (happening: Happening) => void): void;
}

export function createTopic<Happening>(): Topic<Happening> {
  const followers: ((happening: Happening) => void)[] = [];
  return {
    publish(happening) {
      for (const follow of followers) follow(happening);
    },
    subscribe: (follower) => void followers.push(follower),
  };
}
