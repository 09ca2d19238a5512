import { reply } from '@convapi/message-builder';

/** A message whose buttons stand directly below it. */
type WithChoices = Record<string, { choices?: object[] }>;

const HOLDERS = ['choice_message', 'card_message'];

/** How many buttons a message has, or nothing where it cannot have any of its own. */
export function buttonsOf(message: object): number | undefined {
  const holder = holderOf(message);
  return holder === undefined ? undefined : ((message as WithChoices)[holder]?.choices?.length ?? 0);
}

export function withOneMore<T extends object>(message: T): T {
  return withChoices(message, (choices) => [...choices, reply(`Answer ${choices.length + 1}`)]);
}

export function withOneLess<T extends object>(message: T): T {
  return withChoices(message, (choices) => choices.slice(0, -1));
}

function withChoices<T extends object>(message: T, change: (choices: object[]) => object[]): T {
  const holder = holderOf(message);
  if (holder === undefined) return message;
  const inner = (message as WithChoices)[holder];
  return { ...message, [holder]: { ...inner, choices: change(inner?.choices ?? []) } };
}

function holderOf(message: object): string | undefined {
  return HOLDERS.find((name) => name in message);
}
