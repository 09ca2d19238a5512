/** What was deleted. */
export interface Deleted {
  conversations: number;
  messages: number;
  files: number;
  /** Contacts of the service, where they still are. */
  contactIds: string[];
}
