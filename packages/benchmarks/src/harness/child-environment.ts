const NOT_HANDED_ON = /^(NODE_OPTIONS|NODE_COMPILE_CACHE|NODE_V8_COVERAGE|VITEST.*|(https?|all|no)_proxy|twilio_.*|sinch_.*)$/i;

/** The environment of measured processes: without proxies, preloads and caches, which would be measured too. */
export function childEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(kept.filter(([name]) => !NOT_HANDED_ON.test(name)));
}
