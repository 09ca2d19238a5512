export type { NodeListener, NodeListenerOptions } from './node-listener-options-node.ts';
export { toNodeListener } from './to-node-listener-node.ts';
