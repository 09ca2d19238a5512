/** How far a change reaches, in the words of changesets. */
export type Level = 'major' | 'minor' | 'patch';

/** What a change means for those who send, and for those who receive. */
export interface Rule {
  request: Level;
  response: Level;
  /** Finishes the sentence that begins with the place. */
  says: string;
  /** The same, said to those who send. */
  sent?: string;
  /** What the upgrader has to do when it is breaking. */
  todo?: string;
}

function rule(request: Level, response: Level, says: string, more: { sent?: string; todo?: string } = {}): Rule {
  return { request, response, says, ...more };
}

/**
 * Every kind of change with its level by direction. What is neither sent nor received by itself, such as an operation, has the same
 * level in both. Two principles: enums that arrive are open, so values may come and go there; and the types are an interface of
 * their own, so a name that goes is breaking even where the wire stays as it was. A difference that no rule claims is `unclassified`.
 */
export const RULES = {
  'operation.added': rule('minor', 'minor', 'is a new operation'),
  'operation.removed': rule('major', 'major', 'is no longer an operation', { todo: 'Stop calling it.' }),
  'operation.renamed': rule('major', 'major', 'has another operation id, so its method has another name', {
    todo: 'Call the method by its new name.',
  }),
  'operation.moved': rule('minor', 'minor', 'has another path; the method stays'),
  'operation.arguments': rule('major', 'major', 'has another path with other parameters, so the method has other arguments', {
    todo: 'Pass the new arguments.',
  }),
  'operation.deprecated': rule('minor', 'minor', 'is deprecated'),
  'parameter.added': rule('minor', 'minor', 'is a new parameter'),
  'parameter.added-required': rule('major', 'major', 'is a new parameter that must be given', { todo: 'Pass it.' }),
  'parameter.removed': rule('major', 'major', 'is no longer a parameter', { todo: 'Stop passing it.' }),
  'parameter.required': rule('major', 'major', 'must be given now', { todo: 'Pass it.' }),
  'parameter.optional': rule('minor', 'minor', 'need not be given any more'),
  'parameter.deprecated': rule('minor', 'minor', 'is deprecated'),
  'parameter.style': rule('major', 'major', 'is written in another way', { todo: 'Nothing, if the client writes it for you.' }),
  'body.added': rule('major', 'major', 'takes a body now', { todo: 'Pass the body.' }),
  'body.removed': rule('major', 'major', 'takes no body any more', { todo: 'Stop passing the body.' }),
  'body.replaced': rule('major', 'major', 'takes another body', { todo: 'Pass a body of the new type.' }),
  'body.required': rule('major', 'major', 'must have its body now', { todo: 'Pass the body.' }),
  'body.optional': rule('minor', 'minor', 'may come without its body'),
  'body.media': rule('major', 'major', 'takes another kind of content', { todo: 'Send that kind.' }),
  'answer.added': rule('minor', 'minor', 'answers with a body now'),
  'answer.removed': rule('major', 'major', 'answers without a body now', { todo: 'Stop reading the answer.' }),
  'answer.replaced': rule('major', 'major', 'answers with another body', { todo: 'Read the answer by its new type.' }),
  'answer.status': rule('major', 'major', 'succeeds with another status', { todo: 'Check where you compare the status.' }),
  'answer.media': rule('major', 'major', 'answers with another kind of content', { todo: 'Read that kind.' }),
  'webhook.added': rule('minor', 'minor', 'is a new webhook'),
  'webhook.removed': rule('major', 'major', 'is no longer a webhook', { todo: 'Remove its handler.' }),
  'webhook.replaced': rule('major', 'major', 'has another body', { todo: 'Read its body by the new type.' }),
  'operation.host': rule('major', 'major', 'is served by another host', { todo: 'Check firewalls and allow lists.' }),
  'operation.security': rule('major', 'major', 'is authenticated in another way', { todo: 'Check how you authenticate.' }),
  'security.added': rule('minor', 'minor', 'is one more way to authenticate'),
  'security.removed': rule('major', 'major', 'is no longer a way to authenticate', { todo: 'Authenticate in another way.' }),
  'security.changed': rule('major', 'major', 'is done in another way', { todo: 'Check how you authenticate.' }),
  'server.changed': rule('major', 'major', 'is another host', { todo: 'Check firewalls and allow lists.' }),
  'region.added': rule('minor', 'minor', 'is a new region'),
  'region.removed': rule('major', 'major', 'is no longer a region', { todo: 'Move to another region.' }),
  'region.default': rule('minor', 'minor', 'has another region by default'),
  'schema.added': rule('minor', 'minor', 'is a new type'),
  'schema.removed': rule('major', 'major', 'is no longer a type', { todo: 'Remove the name from your code.' }),
  'schema.renamed': rule('major', 'major', 'has another name', { todo: 'Use the new name.' }),
  'schema.renamed-with-alias': rule('minor', 'minor', 'has another name; the old one stays as a deprecated alias'),
  'property.added': rule('minor', 'minor', 'is a new field'),
  'property.added-required': rule('major', 'minor', 'is a new field that is always there', {
    sent: 'is a new field that must be sent',
    todo: 'Send it.',
  }),
  'property.removed': rule('major', 'major', 'is no longer a field', { todo: 'Stop reading and sending it.' }),
  'property.required': rule('major', 'minor', 'is always there now', { sent: 'must be sent now', todo: 'Send it.' }),
  'property.optional': rule('minor', 'major', 'may be missing now', { sent: 'need not be sent any more', todo: 'Handle its absence.' }),
  'type.changed': rule('major', 'major', 'has another type', { todo: 'Use the new type.' }),
  'type.widened': rule('minor', 'major', 'may hold more than before', {
    sent: 'takes more than before',
    todo: 'Handle what it may now hold.',
  }),
  'type.narrowed': rule('major', 'minor', 'may hold less than before', {
    sent: 'takes less than before',
    todo: 'Stop sending what it no longer takes.',
  }),
  'enum.added': rule('minor', 'minor', 'has a new value'),
  'enum.removed': rule('major', 'minor', 'has lost a value', { sent: 'no longer takes a value', todo: 'Stop sending the value.' }),
  'enum.closed': rule('major', 'minor', 'has listed values only', { sent: 'takes listed values only', todo: 'Send listed values.' }),
  'enum.opened': rule('minor', 'minor', 'has any values, not listed ones only'),
  'keys.changed': rule('major', 'minor', 'has other keys', { todo: 'Use the new keys.' }),
  'map.changed': rule('major', 'major', 'holds other values beside the listed fields', { todo: 'Use the new values.' }),
  'properties.closed': rule('major', 'minor', 'has the listed fields only', {
    sent: 'takes the listed fields only',
    todo: 'Send listed fields only.',
  }),
  'required.changed': rule('major', 'major', 'has other keys that must be there', { todo: 'Check which keys you send and read.' }),
  'discriminator.changed': rule('major', 'major', 'tells its variants apart in another way', {
    todo: 'Check the key by which you tell variants apart.',
  }),
  'variant.added': rule('minor', 'minor', 'has a new variant'),
  'variant.removed': rule('major', 'major', 'has lost a variant', { todo: 'Stop using the variant.' }),
  'alternatives.changed': rule('major', 'minor', 'groups its keys in another way', { todo: 'Check which keys you send together.' }),
  'limit.narrowed': rule('major', 'patch', 'has a tighter limit', { todo: 'Stay inside the limit.' }),
  'limit.widened': rule('minor', 'patch', 'has a looser limit'),
  'pattern.changed': rule('major', 'patch', 'follows another pattern', { todo: 'Follow the pattern.' }),
  'format.changed': rule('major', 'minor', 'has another format', { todo: 'Use the new format.' }),
  'default.changed': rule('minor', 'minor', 'has another default'),
  'read-only.added': rule('minor', 'patch', 'is set by the service alone'),
  'write-only.added': rule('patch', 'major', 'is only sent, never received', { todo: 'Stop reading it.' }),
  'field.deprecated': rule('minor', 'minor', 'is deprecated'),
  'word.withdrawn': rule('minor', 'minor', 'no longer says'),
  unclassified: rule('major', 'major', 'differs in a way that there is no rule for', {
    todo: 'Look at it, and write a rule in `packages/codegen/src/update/rules.ts`.',
  }),
} as const satisfies Record<string, Rule>;

export type Kind = keyof typeof RULES;

const ORDER: Level[] = ['patch', 'minor', 'major'];

/** The furthest-reaching of some levels. */
export function highest(levels: Level[]): Level | undefined {
  return levels.reduce<Level | undefined>(
    (best, level) => (best === undefined || ORDER.indexOf(level) > ORDER.indexOf(best) ? level : best),
    undefined,
  );
}

/** The level of a kind of change where it is sent, received or both. */
export function levelOf(kind: Kind, sides: { request: boolean; response: boolean }): Level {
  const { request, response } = RULES[kind];
  const levels = [...(sides.request ? [request] : []), ...(sides.response ? [response] : [])];
  return highest(levels.length > 0 ? levels : [request, response]) ?? 'patch';
}
