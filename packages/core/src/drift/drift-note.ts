/** Something that production met and these packages do not know. Names only: never what people wrote. */
export interface DriftNote {
  /** A field, a value of an enum, or a kind of callback. */
  kind: 'field' | 'value' | 'event';
  /** `messages.get app_message.new_field`, `contacts.get language=XX`, `MESSAGE_INBOUND message.new_field`, or the key of an unknown callback. */
  where: string;
  /** How often it was met. */
  count: number;
  /** When, in RFC 3339. */
  first: string;
  last: string;
}
