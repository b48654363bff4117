import type { QueueTab } from '../../../components/command-center/column.ts';

const TABS = ['overview', 'events', 'held', 'secrets', 'contract', 'drift'] as const;
export type IntegrationTab = (typeof TABS)[number];

export const tabFrom = (value: string): IntegrationTab => TABS.find((tab) => tab === value) ?? 'overview';

/** The tabs, with what waits on some of them. */
export const tabsWith = (counts: Partial<Record<IntegrationTab, number>>): QueueTab[] =>
  TABS.map((id) => ({ id, label: `integration.tab.${id}`, count: counts[id] || null, oldestSince: null, isMine: id === 'held' }));
