import type { CreditStanding } from '../../api/types/crm.ts';
import { useText } from '../../i18n/text.ts';
import { CalendarDate } from './calendar-date.tsx';
import { Money } from './money.tsx';

/** What is overdue, and since when. */
export function Overdue({ credit }: { credit: CreditStanding }) {
  const { t } = useText();
  return (
    <>
      <Money amount={credit.overdue} currency={credit.currency} />
      {credit.oldestOverdue && (
        <>
          {' '}
          · {t('fact.oldest')} <CalendarDate date={credit.oldestOverdue} />
        </>
      )}
    </>
  );
}
