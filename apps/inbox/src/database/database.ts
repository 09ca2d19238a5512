/** What the inbox needs of PostgreSQL: parametrised queries. A `Pool` of `pg` fits as it is. */
export interface Database {
  query<Row>(text: string, params?: unknown[]): Promise<{ rows: Row[] }>;
}

/** A database that the inbox opened, and so has to close. */
export interface OpenDatabase extends Database {
  close(): Promise<void>;
}
