/** Builds a card about an order, as it goes out: title, text, picture and two buttons. */
export type BuildCard = (order: number) => object;

const BUILDERS: Record<string, () => Promise<{ buildCard: BuildCard }>> = {
  convapi: () => import('./convapi.ts'),
  'object literal': () => import('./literal.ts'),
  'convapi, checked and rendered on 14 channels': () => import('./convapi-checked.ts'),
  '@discordjs/builders': () => import('./discordjs.ts'),
};

/** Names of the builders, ours first. */
export const BUILDER_NAMES: readonly string[] = Object.keys(BUILDERS);

/** The builder of that name. */
export async function loadBuilder(name: string): Promise<BuildCard> {
  const load = BUILDERS[name];
  if (load === undefined) throw new Error(`No builder is named "${name}". There are: ${BUILDER_NAMES.join(', ')}.`);
  return (await load()).buildCard;
}
