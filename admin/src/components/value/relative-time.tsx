import { exactText, relativeText } from '../../format/times.ts';
import { useText } from '../../i18n/text.ts';
import { zoneOf } from '../../routing/scope.ts';
import { useMe } from '../../session/me.ts';
import { useNow } from './now.ts';

/** "3 days ago", with the exact moment in the organisation's zone on hover. */
export function RelativeTime({ at, org = null }: { at: string | null; org?: string | null }) {
  const { language } = useText();
  const me = useMe();
  const now = useNow();
  if (at === null) return <span className="sv-faint">–</span>;
  return (
    <time dateTime={at} title={exactText(at, zoneOf(me, org), language)} className="sv-nowrap">
      {relativeText(at, now, language)}
    </time>
  );
}
