import { Modal, type ModalProps } from 'antd';

/**
 * A dialog of the app. It stands at once: while one grows, its button moves away from under a hand that is faster,
 * and what is typed goes astray.
 */
export function Dialog(props: Omit<ModalProps, 'open' | 'transitionName' | 'maskTransitionName'>) {
  return <Modal {...props} open transitionName="" maskTransitionName="" />;
}
