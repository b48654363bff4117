import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { RefusableButton } from '../../../components/action/refusable-button.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';
import { compare, least, trimmed } from '../../../decimal/decimal.ts';
import { readTypedNumber, typedFrom } from '../../../decimal/read-typed-number.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import type { ScannedRoll } from './use-roll-entry.ts';

interface MetersQuestionProps {
  roll: ScannedRoll;
  missing: string;
  isBusy: boolean;
  onTake: (meters: string) => void;
  onBack: () => void;
}

/** How many meters of the scanned roll: what the line misses or what the roll has, whichever is less. Enter takes it. */
export function MetersQuestion({ roll, missing, isBusy, onTake, onBack }: MetersQuestionProps) {
  const { t, language } = useText();
  const id = useId();
  const mark = decimalMarkOf(language);
  const wanted = compare(missing, '0') > 0 ? missing : '0';
  const proposal = roll.facts ? least(wanted, roll.facts.freeMeters) : wanted;
  const [typed, setTyped] = useState(() => (compare(proposal, '0') > 0 ? typedFrom(trimmed(proposal), mark) : ''));
  const meters = readTypedNumber(typed, mark);
  const isGood = meters !== null && compare(meters, '0') > 0;
  return (
    <form
      className="sv-meters"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGood) onTake(meters);
      }}
    >
      <div className="sv-row is-wrap">
        <strong className="sv-mono sv-big">{roll.code}</strong>
        {roll.facts && (
          <span className="sv-soft">
            {t('column.lot')} {roll.facts.lotCode} · {t('entry.free')} <Quantity value={roll.facts.freeMeters} uom="meter" />
            {roll.facts.location ? ` · ${roll.facts.location}` : ''}
          </span>
        )}
      </div>
      <label htmlFor={id}>{t('entry.howMany')}</label>
      <div className="sv-row">
        <Input
          id={id}
          size="large"
          autoFocus
          onFocus={(event) => event.target.select()}
          inputMode="decimal"
          suffix={t('uom.meter')}
          value={typed}
          status={typed !== '' && !isGood ? 'error' : ''}
          data-testid="meters"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onBack();
          }}
        />
        <RefusableButton
          type="primary"
          size="large"
          htmlType="submit"
          loading={isBusy}
          refusal={isGood ? null : t('entry.noMeters', { value: typed })}
          data-testid="command-allocation.enter"
        >
          {t('entry.take')}
        </RefusableButton>
        <Button size="large" onClick={onBack}>
          {t('words.cancel')}
        </Button>
      </div>
    </form>
  );
}
