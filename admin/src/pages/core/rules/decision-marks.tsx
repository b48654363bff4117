import type { DecisionRow } from '../../../api/types/rules.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { useText } from '../../../i18n/text.ts';

/** What a decision said. */
export function AnswerTag({ row }: { row: Pick<DecisionRow, 'allowed' | 'override'> }) {
  const { t } = useText();
  if (row.allowed && row.override) return <StatusTag tone="waiting">{t('rules.overridden')}</StatusTag>;
  return <StatusTag tone={row.allowed ? 'done' : 'blocked'}>{t(row.allowed ? 'rules.allowed' : 'rules.blocked')}</StatusTag>;
}

/** By which version of the policy. */
export function VersionName({ row }: { row: Pick<DecisionRow, 'policy' | 'version'> }) {
  const { t } = useText();
  return <>{t(row.policy === null ? 'rules.default' : 'rules.version', { version: row.version })}</>;
}
