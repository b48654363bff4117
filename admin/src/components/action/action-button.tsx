import { lazy, Suspense, useRef, useState } from 'react';
import { actionOf, bodyOf } from '../../actions/actions.ts';
import type { Offer } from '../../actions/offer.ts';
import type { ServerError } from '../../api/server-error.ts';
import { useText } from '../../i18n/text.ts';
import { RefusableButton } from './refusable-button.tsx';
import { useShownAction } from './shown-actions.ts';
import { useAction } from './use-action.ts';
import { useRefusal } from './use-refusal.ts';

const ActionDialog = lazy(() => import('./action-dialog.tsx').then((module) => ({ default: module.ActionDialog })));

type ActionButtonProps = Offer & {
  org: string | null;
  isPrimary?: boolean;
  size?: 'middle' | 'large';
  /** The same act may stand in the head of a record and beside what it would lift; tests tell them apart by this. */
  place?: 'command' | 'step';
  onDone?: (data: unknown) => void;
};

/** A command as a button: asks what it must, and shows why a gate refused. */
export function ActionButton({
  action,
  body,
  refusal,
  initial,
  org,
  isPrimary = false,
  size = 'middle',
  place = 'command',
  onDone,
}: ActionButtonProps) {
  const { t } = useText();
  const definition = actionOf(action);
  const reason = useRefusal(action, org, refusal);
  const { run, isRunning } = useAction(action);
  const [dialog, setDialog] = useState<{ error: ServerError | null } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setDialog(null);
    button.current?.focus();
  };
  const asksFirst = definition.fields !== undefined || definition.confirm === true || definition.danger === true;

  const press = () => {
    if (reason !== null || isRunning) return;
    if (asksFirst) {
      setDialog({ error: null });
      return;
    }
    void run(bodyOf(action, body, {})).then((outcome) => {
      if (outcome?.ok) onDone?.(outcome.data);
      else if (outcome?.error.decision) setDialog({ error: outcome.error });
    });
  };
  useShownAction({ action, label: t(definition.label), refusal: reason, isPrimary, press });

  return (
    <>
      <RefusableButton
        button={button}
        refusal={reason}
        type={isPrimary ? 'primary' : definition.danger === true ? 'text' : 'default'}
        danger={definition.danger === true && !isPrimary}
        size={size}
        loading={isRunning}
        data-testid={`${place}-${action}`}
        onClick={press}
      >
        {t(definition.label)}
        {asksFirst ? '…' : ''}
      </RefusableButton>
      {dialog && (
        <Suspense fallback={null}>
          <ActionDialog
            action={action}
            body={body}
            initial={initial ?? {}}
            error={dialog.error}
            onClose={close}
            onDone={(data) => {
              close();
              onDone?.(data);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
