import { Button } from 'antd';
import { useId, type ReactNode, type SubmitEvent } from 'react';
import { Dialog } from '../layout/dialog.tsx';
import { focusFirst } from './focus-first.ts';
import { useText } from '../../i18n/text.ts';
import type { TextKey } from '../../i18n/text-key.ts';

interface FormDialogProps {
  title: string;
  /** The command, which also names the button in tests. */
  command: string;
  label: TextKey;
  closeLabel?: TextKey;
  isDanger?: boolean;
  width?: number;
  isRunning: boolean;
  errorText: string | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form in front of a command: every dialog that asks something is one. */
export function FormDialog({
  title,
  command,
  label,
  closeLabel = 'words.cancel',
  isDanger = false,
  width = 480,
  isRunning,
  errorText,
  onSubmit,
  onClose,
  children,
}: FormDialogProps) {
  const { t } = useText();
  const formId = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Dialog
      title={title}
      onCancel={onClose}
      width={width}
      maskClosable={!isRunning}
      afterOpenChange={(isOpen) => isOpen && focusFirst(formId)}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t(closeLabel)}
        </Button>,
        <Button
          key="run"
          type="primary"
          danger={isDanger}
          htmlType="submit"
          form={formId}
          loading={isRunning}
          data-testid={`dialog-confirm-${command}`}
        >
          {t(label)}
        </Button>,
      ]}
    >
      <form id={formId} onSubmit={submit} className="sv-dialog-form">
        {children}
        {errorText && (
          <p role="alert" className="sv-inline-error">
            {errorText}
          </p>
        )}
      </form>
    </Dialog>
  );
}
