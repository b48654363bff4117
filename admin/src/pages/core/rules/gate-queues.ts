import type { GateRow } from '../../../api/types/rules.ts';
import type { QueueTab } from '../../../components/command-center/column.ts';

const QUEUES = ['all', 'review', 'drafts', 'own'] as const;
export type GateQueue = (typeof QUEUES)[number];

export const queueFrom = (value: string): GateQueue => QUEUES.find((queue) => queue === value) ?? 'all';

const IS_IN: Record<GateQueue, (row: GateRow) => boolean> = {
  all: () => true,
  review: (row) => row.inReview > 0,
  drafts: (row) => row.drafts > 0,
  own: (row) => row.inForce.policy !== null,
};

export const rowsIn = (queue: GateQueue, rows: readonly GateRow[]): GateRow[] => rows.filter(IS_IN[queue]);

/** Beside the queues: what was let through past the gates. */
export const OVERRIDES_TAB: QueueTab = { id: 'overrides', label: 'rules.tab.overrides', count: null, oldestSince: null };

/** The queues with their counts; a review waits for the reader where they may publish. */
export const queueTabs = (rows: readonly GateRow[], mayPublish: (org: string) => boolean): QueueTab[] =>
  QUEUES.map((id) => ({
    id,
    label: `rules.queue.${id}`,
    count: rowsIn(id, rows).length,
    oldestSince: null,
    isMine: id === 'review' && rowsIn(id, rows).some((row) => mayPublish(row.org)),
  }));
