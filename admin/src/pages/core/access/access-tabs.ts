import type { QueueTab } from '../../../components/command-center/column.ts';

export const TABS = ['grants', 'expiring', 'roles', 'orgs', 'reasons', 'lending', 'certificates'] as const;
export type AccessTab = (typeof TABS)[number];

/** Administrators manage everything; whoever may lend a role sees that alone. */
export function tabsFor(manages: boolean, lends: boolean): readonly AccessTab[] {
  return TABS.filter((tab) => (tab === 'lending' ? lends : manages));
}

/** The strip, with how many grants end soon where that is known. */
export const stripOf = (tabs: readonly AccessTab[], expiring: number | null): QueueTab[] =>
  tabs.map((id) => ({ id, label: `access.tab.${id}`, count: id === 'expiring' ? expiring || null : null, oldestSince: null }));
