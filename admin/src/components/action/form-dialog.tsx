import { Button, Modal } from 'antd';
import { useId, type ReactNode, type SubmitEvent } from 'react';
import { focusFirst } from './focus-first.ts';
import { useText } from '../../i18n/text.ts';
import type { TextKey } from '../../i18n/text-key.ts';

interface FormDialogProps {
  title: string;
  /** The command, which also names the button in tests. */
  command: string;
  label: TextKey;
  isRunning: boolean;
  errorText: string | null;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form behind a command that asks for more than a reason. */
export function FormDialog({ title, command, label, isRunning, errorText, onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useText();
  const formId = useId();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      width={480}
      maskClosable={!isRunning}
      afterOpenChange={(isOpen) => isOpen && focusFirst(formId)}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('words.cancel')}
        </Button>,
        <Button key="run" type="primary" htmlType="submit" form={formId} loading={isRunning} data-testid={`dialog-confirm-${command}`}>
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
    </Modal>
  );
}
