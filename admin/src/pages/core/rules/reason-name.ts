import { useText } from '../../../i18n/text.ts';
import { useViewList } from '../../../views/use-view-list.ts';

/** A reason code as the organisation's list says it, also when it is switched off; one that is on no list stays as it is. */
export function useReasonName(org: string): (code: string | null) => string {
  const { language } = useText();
  const { rows } = useViewList('core/override-reasons', { scope: 'active', org });
  const names = new Map(rows.map((row) => [row.code, language === 'tr' ? row.labelTr : row.labelEn]));
  return (code) => (code === null ? '–' : (names.get(code) ?? code));
}
