import type { GateRow } from '../../../api/types/rules.ts';
import type { QueueTab } from '../../../components/command-center/column.ts';
import { queueTabs, tabFrom } from '../../../components/command-center/queue-tabs.ts';
import { foldName } from '../../../format/fold-name.ts';
import type { Language } from '../../../i18n/language.ts';

const QUEUES = ['all', 'review', 'drafts', 'own'] as const;
export type GateQueue = (typeof QUEUES)[number];

export const queueFrom = (value: string): GateQueue => tabFrom(QUEUES, value, 'all');

const IS_IN: Record<GateQueue, (row: GateRow) => boolean> = {
  all: () => true,
  review: (row) => row.inReview > 0,
  drafts: (row) => row.drafts > 0,
  own: (row) => row.inForce.policy !== null,
};

/** Those whose title or id holds what was typed, by title as the reader's alphabet has it; gates of one title by org. */
export function rowsFor(rows: readonly GateRow[], typed: string, language: Language): GateRow[] {
  const wanted = foldName(typed);
  const alphabet = new Intl.Collator(language);
  return rows
    .filter(({ gate, title }) => foldName(`${title[language]} ${gate}`).includes(wanted))
    .sort((left, right) => alphabet.compare(left.title[language], right.title[language]) || left.org.localeCompare(right.org));
}

export const rowsIn = (queue: GateQueue, rows: readonly GateRow[]): GateRow[] => rows.filter(IS_IN[queue]);

/** Beside the queues: what was let through past the gates. */
export const OVERRIDES_TAB: QueueTab = { id: 'overrides', label: 'rules.tab.overrides', count: null, oldestSince: null };

/** The queues with their counts; a review waits for the reader where they may publish. */
export const gateTabs = (rows: readonly GateRow[], mayPublish: (org: string) => boolean): QueueTab[] =>
  queueTabs(QUEUES, {
    label: (id) => `rules.queue.${id}`,
    standing: (id) => ({ count: rowsIn(id, rows).length, oldestSince: null }),
    isMine: (id) => id === 'review' && rowsIn(id, rows).some((row) => mayPublish(row.org)),
  });
