import type { OrderLine } from '../../../api/types/wms.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { quantityText } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';

export function OrderLines({ lines, org }: { lines: readonly OrderLine[]; org: string }) {
  const { t, language } = useText();
  return (
    <table className="sv-mini sv-lines">
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className="sv-faint">{line.position}</td>
            <td className="is-what">
              <code>{line.qualityCode}</code>
              <span className="sv-line-name">{line.qualityName}</span>
              <span className="sv-rolls">
                {line.rolls.map((roll) => (
                  <span key={roll.rollCode} title={t('lines.lotRoll', { lot: roll.lotCode, roll: roll.rollCode })}>
                    <code>{roll.rollCode}</code> {quantityText(roll.meters, language)} m{roll.location ? ` · ${roll.location}` : ''}
                  </span>
                ))}
              </span>
            </td>
            <td className="is-qty is-right">
              <Quantity value={line.qty} uom={line.uom} />
            </td>
            <td className="is-state">
              {line.blocked ? (
                <StatusTag tone="blocked">{t('lines.blocked')}</StatusTag>
              ) : line.pickedAt ? (
                <>
                  <StatusTag tone="done">{t('picking.picked')}</StatusTag>
                  <span className="sv-line-name">
                    {line.pickedByName} · <RelativeTime at={line.pickedAt} org={org} />
                  </span>
                </>
              ) : (
                <StatusTag tone="idle">{t('picking.notPicked')}</StatusTag>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
