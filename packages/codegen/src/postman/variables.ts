import type { Variable } from './collection.ts';

/** Ids that requests capture, in the order in which one needs the other. */
export const CAPTURED = [
  'APP',
  'CONTACT',
  'OTHER_CONTACT',
  'CONVERSATION',
  'MESSAGE',
  'QUESTION',
  'EVENT',
  'WEBHOOK_ID',
  'TEMPLATE',
  'BATCH',
] as const;

export type Captured = (typeof CAPTURED)[number];

/** The variables of the collection itself: ids start empty and are filled by the requests. */
export const COLLECTION_VARIABLES: Variable[] = [
  { key: 'APP', value: '', description: 'Id of the app. Creating one fills it; on the real service, put yours here.' },
  { key: 'CONTACT', value: '', description: 'Id of a contact.' },
  { key: 'OTHER_CONTACT', value: '', description: 'Id of a second contact, to be merged away or deleted.' },
  { key: 'CONVERSATION', value: '', description: 'Id of a conversation between APP and CONTACT.' },
  { key: 'MESSAGE', value: '', description: 'Id of a message that was sent.' },
  { key: 'QUESTION', value: '', description: 'Id of a message with choices that was sent.' },
  { key: 'EVENT', value: '', description: 'Id of an event that was sent.' },
  { key: 'WEBHOOK_ID', value: '', description: 'Id of a webhook of APP.' },
  { key: 'TEMPLATE', value: '', description: 'Id of a template, version 2.' },
  { key: 'TEMPLATE_V1', value: '01HVN0B9TQ3F5Z2YQ8W0JK4M6P', description: 'Id of a template of the old store.' },
  { key: 'BATCH', value: '', description: 'Id of a batch that waits to be sent.' },
  { key: 'ACCESS_TOKEN', value: '', description: 'Filled and renewed by the script of the collection.' },
  { key: 'TOKEN_OF', value: '', description: 'Whose token that is, so that another environment gets its own.' },
  { key: 'TOKEN_EXPIRES', value: '', description: 'When, in milliseconds since 1970.' },
];

/** What belongs to what: deleting the first makes the others meaningless. */
export const BELONGS: Partial<Record<Captured, Captured[]>> = {
  APP: ['CONVERSATION', 'MESSAGE', 'QUESTION', 'EVENT', 'WEBHOOK_ID', 'BATCH'],
  CONTACT: ['CONVERSATION'],
  CONVERSATION: ['MESSAGE', 'QUESTION', 'EVENT'],
};
