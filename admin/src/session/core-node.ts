import { createContext, useContext } from 'react';
import { homeSystems, isTwoNodes, type HostedSystem } from './nodes.ts';

/**
 * Of two nodes, the one that a page about the node itself looks at, named by the system it hosts.
 * Null is the node that served the app.
 */
export const CoreNode = createContext<HostedSystem | null>(null);

export const useCoreNode = (): HostedSystem | null => useContext(CoreNode);

const NODES: readonly HostedSystem[] = ['crm', 'wms'];

/** The node that an address names, where there are two and it is the other one. */
export const otherNode = (named: string): HostedSystem | null =>
  (isTwoNodes() ? NODES.find((node) => node === named && !homeSystems().includes(node)) : undefined) ?? null;

/** The nodes to choose from: the one that served the app first. */
export const nodesToChoose = (): readonly HostedSystem[] =>
  isTwoNodes() ? [...NODES].sort((node) => (homeSystems().includes(node) ? -1 : 1)) : [];
