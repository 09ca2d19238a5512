export function channelParts(rules: unknown): Record<string, string>;
