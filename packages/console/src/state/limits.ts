/** How many webhooks an app may have. */
export const MOST_WEBHOOKS = 5;
