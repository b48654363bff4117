import { Button } from 'antd';
import type { DealLineRow } from '../../../api/types/crm.ts';
import type { Uom } from '../../../api/types/shared.ts';
import { priceText, quantityText } from '../../../format/numbers.ts';
import { useText, type Texts } from '../../../i18n/text.ts';
import { diffLines, type ChangedField, type LineDifference } from './diff-lines.ts';

interface ChangedMeanwhileProps {
  before: readonly DealLineRow[];
  after: readonly DealLineRow[];
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Somebody else saved this deal while it was being edited. */
export function ChangedMeanwhile({ before, after, onTakeTheirs, onKeepMine }: ChangedMeanwhileProps) {
  const texts = useText();
  const { t } = texts;
  const say = (difference: LineDifference): string => {
    const { position, itemCode } = difference;
    if (difference.kind === 'added') return t('deals.diff.added', { position, item: itemCode });
    if (difference.kind === 'removed') return t('deals.diff.removed', { position, item: itemCode });
    const field = difference.field === 'itemCode' ? t('lines.column.item') : t(`lines.column.${difference.field}`);
    const [from, to] = [difference.from, difference.to].map((value) => readable(difference.field, value, texts));
    return t('deals.diff.changed', { position, item: itemCode, field, from: from ?? '', to: to ?? '' });
  };
  const differences = diffLines(before, after);
  return (
    <div className="sv-banner sv-tone-waiting" role="alert">
      <strong>{t('deals.changedMeanwhile')}</strong>
      <ul>
        {differences.length === 0 ? (
          <li>{t('deals.diff.none')}</li>
        ) : (
          differences.map((difference) => <li key={say(difference)}>{say(difference)}</li>)
        )}
      </ul>
      <div className="sv-row">
        <Button onClick={onTakeTheirs}>{t('deals.takeTheirs')}</Button>
        <Button onClick={onKeepMine}>{t('deals.keepMine')}</Button>
      </div>
    </div>
  );
}

/** A value of a line as the grid shows it. */
function readable(field: ChangedField, value: string, { t, language }: Texts): string {
  if (field === 'itemCode') return value;
  if (field === 'uom') return t(`uom.${value as Uom}`);
  return field === 'unitPrice' ? priceText(value, language) : quantityText(value, language);
}
