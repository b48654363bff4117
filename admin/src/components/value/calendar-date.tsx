import { dateText } from '../../format/times.ts';
import { useText } from '../../i18n/text.ts';

export function CalendarDate({ date }: { date: string | null }) {
  const { language } = useText();
  if (date === null) return <span className="sv-faint">–</span>;
  return (
    <time dateTime={date.slice(0, 10)} className="sv-nowrap">
      {dateText(date, language)}
    </time>
  );
}
