import { CheckCircleFilled, ClockCircleFilled, StopFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { OrderLine } from '../../../api/types/wms.ts';
import { Quantity } from '../../../components/value/quantity.tsx';
import { quantityText } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';

interface PickLineProps {
  line: OrderLine;
  isPicked: boolean;
  /** Picked here, but not sent yet. */
  isWaiting: boolean;
  isBusy: boolean;
  canAct: boolean;
  onPick: () => void;
  onUnpick: () => void;
}

/** One line as a large card: where its rolls lie, and one button. */
export function PickLine({ line, isPicked, isWaiting, isBusy, canAct, onPick, onUnpick }: PickLineProps) {
  const { t, language } = useText();
  const state = line.blocked ? 'is-blocked' : isWaiting ? 'is-waiting' : isPicked ? 'is-picked' : '';
  return (
    <li className={`sv-pick-line ${state}`} data-testid="pick-line" data-position={line.position} data-picked={isPicked}>
      <div className="sv-pick-line-what">
        <span className="sv-row is-wrap">
          <span className="sv-faint">{line.position}</span>
          <strong className="sv-mono">{line.qualityCode}</strong>
          <Quantity value={line.qty} uom={line.uom} />
          {line.blocked && (
            <span className="sv-text-blocked">
              <StopFilled aria-hidden /> {t('lines.blocked')}
            </span>
          )}
          {isWaiting && (
            <span className="sv-text-waiting">
              <ClockCircleFilled aria-hidden /> {t('scan.unsent')}
            </span>
          )}
          {isPicked && !isWaiting && (
            <span className="sv-text-done">
              <CheckCircleFilled aria-hidden /> {t('picking.picked')}
            </span>
          )}
        </span>
        <span className="sv-soft">{line.qualityName}</span>
        {line.rolls.map((roll) => (
          <span key={roll.rollCode} className="sv-pick-roll">
            <code>{roll.rollCode}</code>
            <span>{t('picking.metersAt', { meters: quantityText(roll.meters, language), place: roll.location ?? '–' })}</span>
          </span>
        ))}
      </div>
      {canAct && !line.blocked && (
        <Button
          size="large"
          type={isPicked ? 'default' : 'primary'}
          ghost={!isPicked}
          loading={isBusy}
          data-testid={`command-order.${isPicked ? 'unpick' : 'pick'}-line-${line.position}`}
          onClick={isPicked ? onUnpick : onPick}
        >
          {t(isPicked ? 'picking.takeBack' : 'picking.pick')}
        </Button>
      )}
    </li>
  );
}
