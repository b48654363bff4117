/** Names in Redis of a node with these systems: two nodes that share a Redis must not meet. */
export const queuePrefix = (systems: readonly string[]): string => `selvedge:${systems.join('-')}`;
