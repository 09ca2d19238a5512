/** Id of the operation, what is done, the vendor's call, what to know. */
export type Task = [operation: string, title: string, vendor: string, note: string];
export const GROUPS: { title: string; intro?: string; tasks: Task[] }[];
