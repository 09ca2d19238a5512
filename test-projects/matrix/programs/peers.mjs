/** Packages of the same kind, by name: an import, and an expression that is there when it worked. */
const PEERS = {
  '@sinch/sdk-core': [
    "import { SinchClient } from '@sinch/sdk-core';",
    "new SinchClient({ projectId: 'project', keyId: 'key', keySecret: 'secret' }).conversation",
  ],
  openai: ["import OpenAI from 'openai';", "new OpenAI({ apiKey: 'key' }).responses"],
  stripe: ["import Stripe from 'stripe';", "new Stripe('sk_test_key').webhooks"],
  octokit: ["import { Octokit } from 'octokit';", 'new Octokit().rest'],
};

/**
 * Programs with the name and the result of ours, which only load the package and ask nobody.
 *
 * @param {string} line what they return
 * @returns {Record<string, string>} TypeScript, by name of the package
 */
export const peerPrograms = (line) =>
  Object.fromEntries(
    Object.entries(PEERS).map(([name, [load, expression]]) => [
      name,
      `${load}\n\nexport async function useToolkit(): Promise<string> {\n  return ${expression} === undefined ? 'nothing' : '${line}';\n}\n`,
    ]),
  );
