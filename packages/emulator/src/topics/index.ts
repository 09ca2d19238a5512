/** Publish and subscribe: how a module tells those above it. */
export { createTopic, type Topic } from './topic.ts';
