/** Import aliases of the folder's tsconfig.json. */
export interface PathAliases {
  baseUrl?: string;
  paths?: Record<string, string[]>;
}
