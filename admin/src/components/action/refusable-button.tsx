import { Button, Tooltip, type ButtonProps } from 'antd';
import type { RefObject } from 'react';

interface RefusableButtonProps extends Omit<ButtonProps, 'disabled' | 'className' | 'aria-disabled'> {
  /** Why it cannot be pressed; null when it can. */
  refusal: string | null;
  button?: RefObject<HTMLButtonElement | null>;
  'data-testid': string;
}

/** One that cannot be pressed stays focusable, so that its reason can be read by keyboard and screen reader as well. */
export function RefusableButton({ refusal, button, onClick, ...rest }: RefusableButtonProps) {
  return (
    <Tooltip title={refusal} trigger={['hover', 'focus']}>
      <Button
        {...rest}
        ref={button}
        aria-disabled={refusal !== null}
        className={refusal === null ? '' : 'sv-refused'}
        data-refusal={refusal ?? undefined}
        onClick={refusal === null ? onClick : undefined}
      />
    </Tooltip>
  );
}
