import type { QueueTab } from '../../../components/command-center/column.ts';

const TABS = ['policy', 'editor', 'simulator', 'backtest', 'diff', 'history', 'decisions', 'overrides'] as const;
export type GateTab = (typeof TABS)[number];

export const tabFrom = (value: string): GateTab => TABS.find((tab) => tab === value) ?? 'policy';

/** The tabs, with how many versions are open beside the editor. */
export const tabsWith = (open: number): QueueTab[] =>
  TABS.map((id) => ({ id, label: `rules.tab.${id}`, count: id === 'editor' ? open || null : null, oldestSince: null }));
