import { useEffect, useRef } from 'react';
import { ageText, exactText } from '../../format/times.ts';
import { countText } from '../../format/numbers.ts';
import { useText } from '../../i18n/text.ts';
import { zoneOf } from '../../routing/scope.ts';
import { useMe } from '../../session/me.ts';
import { useNow } from '../value/now.ts';
import type { QueueTab } from './column.ts';

interface QueueStripProps {
  tabs: readonly QueueTab[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** Queues with their counts and the age of the oldest. */
export function QueueStrip({ tabs, chosen, onChoose }: QueueStripProps) {
  const { t, language } = useText();
  const me = useMe();
  const now = useNow();
  const strip = useRef<HTMLDivElement>(null);
  // A link may open a queue that lies outside the strip on a narrow screen.
  useEffect(() => {
    strip.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  return (
    <div ref={strip} className="sv-queues" role="tablist" aria-label={t('table.queues')}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          aria-selected={tab.id === chosen}
          className={`sv-queue ${tab.id === chosen ? 'is-chosen' : ''} ${tab.isMine && (tab.count ?? 0) > 0 ? 'is-mine' : ''}`}
          data-testid={`tab-${tab.id}`}
          onClick={() => onChoose(tab.id)}
        >
          <span className="sv-queue-label">{t(tab.label)}</span>
          {tab.count !== null && (
            <span className="sv-queue-figures">
              <span className="sv-queue-count">{countText(tab.count, language)}</span>
              {tab.oldestSince && (
                <span className="sv-queue-age" title={exactText(tab.oldestSince, zoneOf(me, null), language)}>
                  {t('table.oldest', { age: ageText(tab.oldestSince, now, language) })}
                </span>
              )}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
