import type { TextKey } from '../../i18n/text-key.ts';
import type { QueueTab } from './column.ts';

/** What a view of queues says of one of them. */
interface Standing {
  readonly count: number;
  readonly oldestSince: string | null;
}

interface TabOf<Id extends string> {
  label: (id: Id) => TextKey;
  /** Of the queue behind the tab; undefined until it is known. */
  standing: (id: Id) => Standing | undefined;
  /** Whether what stands there waits for the reader. */
  isMine: (id: Id) => boolean;
}

/** The queues of a command center as tabs, in the order given. */
export const queueTabs = <Id extends string>(ids: readonly Id[], { label, standing, isMine }: TabOf<Id>): QueueTab[] =>
  ids.map((id) => {
    const { count = null, oldestSince = null } = standing(id) ?? {};
    return { id, label: label(id), count, oldestSince, isMine: isMine(id) };
  });

/** The tab that the address names, else the one it means by naming none. */
export const tabFrom = <Id extends string>(ids: readonly Id[], value: string, otherwise: Id): Id =>
  ids.find((id) => id === value) ?? otherwise;
