import { useText } from '../../i18n/text.ts';
import type { HostedSystem } from '../../session/nodes.ts';
import { useViewList } from '../../views/use-view-list.ts';

/**
 * What an organisation calls the reasons of overrides, those that are switched off as well; one that is on no list stays as it is.
 * @param isNeeded whether any reason is to be named: else nothing is asked
 */
export function useReasonNames(org: string, side: HostedSystem, isNeeded: boolean): (code: string) => string {
  const { language } = useText();
  const { rows } = useViewList('core/override-reasons', { scope: 'active', org, side }, { enabled: isNeeded, coreNode: side });
  const names = new Map(rows.map((row) => [row.code, language === 'tr' ? row.labelTr : row.labelEn]));
  return (code) => names.get(code) ?? code;
}
