/** A resource with an id, as the API shows it. */
export type WithId<T> = T & { id: string };
