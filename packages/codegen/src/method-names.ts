/** Operation id prefix → property of the client. Other prefixes become their own name in camelCase. */
const RESOURCES: Record<string, string> = {
  App: 'apps',
  Contact: 'contacts',
  Conversation: 'conversations',
  ProjectSettings: 'settings',
  Templates: 'templatesV1',
  Templates_v2: 'templates',
};

/** Names that the rule would make clumsy. */
const METHODS: Record<string, string> = {
  Messages_ListMessagesByChannelIdentity: 'fetchLast',
  Conversation_StopActiveConversation: 'stop',
  Transcoding_TranscodeMessage: 'transcode',
};

/** The property of the client that an operation belongs to: `Contact_MergeContact` → `contacts`. */
export function resourceName(operationId: string): string {
  const prefix = prefixOf(operationId);
  return RESOURCES[prefix] ?? camelCase(prefix);
}

/** The method of an operation, the id without the noun of its resource: `Contact_MergeContact` → `merge`. */
export function methodName(operationId: string): string {
  const known = METHODS[operationId];
  if (known) return known;
  const prefix = prefixOf(operationId);
  const phrase = operationId.slice(prefix.length + 1);
  const noun = prefix
    .replace(/^Project/, '')
    .replace(/_v\d+$/, '')
    .replace(/s$/, '');
  const rest = phrase.replace(new RegExp(`${noun}(es|s)?(?=[A-Z]|$)`), '');
  return camelCase(rest === '' ? phrase : rest);
}

function prefixOf(operationId: string): string {
  const end = operationId.lastIndexOf('_');
  if (end < 1) throw new Error(`[@convapi/codegen] operation id ${operationId} has no "Resource_" prefix.`);
  return operationId.slice(0, end);
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1).replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
