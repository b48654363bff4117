export const actions = {
  action: {
    customer: {
      approve: { label: 'Approve customer', done: 'Customer approved.' },
      deactivate: {
        label: 'Deactivate customer',
        done: 'Customer deactivated.',
        consequence: 'The customer disappears from sales lists. Open deals stay as they are.',
      },
    },
    deal: {
      submit: { label: 'Submit', done: 'Deal submitted.' },
      win: { label: 'Win deal', done: 'Deal won. The warehouse reserves now.' },
      winByOverride: {
        label: 'Win by override',
        consequence: 'Wins the deal although the customer is not approved. It is audited and mailed with your reason.',
      },
      lose: { label: 'Mark as lost', done: 'Deal marked as lost.', consequence: 'The deal ends. It can be copied, not reopened.' },
      cancel: {
        label: 'Cancel deal',
        done: 'Deal cancelled.',
        consequence: 'Reservations are released and open POs are cancelled. Payments stay as credit of the customer.',
      },
      close: { label: 'Close deal', done: 'Deal closed.' },
      clearCreditBlock: {
        label: 'Clear credit block',
        done: 'Credit block cleared.',
        consequence: 'Shipments of this deal are no longer held by the credit block. Your name and reason are kept.',
      },
    },
    contract: {
      receiveSigned: { label: 'Contract signed', done: 'Signed contract recorded.' },
      waive: { label: 'Waive contract', done: 'Contract waived.', consequence: 'The shipment may be approved without a signed contract.' },
    },
    payment: {
      record: { label: 'Record payment', done: 'Payment recorded.' },
      reverse: {
        label: 'Reverse payment',
        done: 'Payment reversed.',
        consequence: 'A counter entry is written, and confirmations that rest on this payment are revoked.',
      },
      confirm: { label: 'Confirm payment', done: 'Payment confirmed.' },
    },
    purchaseOrder: {
      setShipDate: { label: 'Set ship date', done: 'Ship date set.' },
      approveShipment: { label: 'Approve shipment', done: 'Shipment approved. The PO went to the warehouse.' },
      approveByOverride: {
        label: 'Approve by override',
        consequence: 'Lifts credit and payment for this one PO. It is audited and mailed with your reason.',
      },
      cancel: {
        label: 'Cancel PO',
        done: 'PO cancelled.',
        consequence: 'Its reservation is released and the warehouse order cancelled. Payments stay as credit.',
      },
    },
    shortage: { decide: { label: 'Decide', done: 'Shortage decided.' } },
    reservation: { plan: { label: 'Plan', done: 'Line planned.' } },
    allocation: {
      remove: { label: 'Remove roll', done: 'Roll removed.' },
      confirm: { label: 'Confirm allocation', done: 'Allocation confirmed.' },
    },
    order: {
      startPicking: { label: 'Start picking', done: 'Picking started.' },
      pickLine: { label: 'Pick line', done: 'Line picked.' },
      unpickLine: { label: 'Take back', done: 'Line taken back.' },
      completePicking: { label: 'Complete picking', done: 'Picking completed.' },
      markInvoiced: { label: 'Mark as invoiced', done: 'Invoice recorded.' },
      close: { label: 'Close order', done: 'Order closed.', consequence: 'A closed order does not change any more.' },
    },
    shipment: {
      post: { label: 'Post shipment', done: 'Shipment posted.', consequence: 'The rolls leave the stock, and sales sees the order as shipped.' },
      postByOverride: {
        label: 'Post by override',
        consequence: 'Posts the shipment although picking or carrier data is not complete. Never for a blocked line.',
      },
      deliver: { label: 'Record delivery', done: 'Delivery recorded.' },
    },
    invoiceControl: {
      pass: { label: 'Pass', done: 'Invoice control passed.' },
      fail: { label: 'Fail', done: 'Invoice control failed.', consequence: 'The order cannot close until the invoice is corrected and controlled again.' },
      reopen: { label: 'Back to control', done: 'Back in control.' },
    },
  },
  refusal: {
    controlNotPassed: 'Invoice control has not passed yet.',
    dealCancelled: 'The deal is cancelled.',
    dealClosed: 'The deal is closed.',
    dealDraft: 'The deal is a draft: submit it first.',
    dealLost: 'The deal is lost.',
    dealSubmitted: 'The deal is submitted already.',
    dealWon: 'The deal is won.',
    keyMissing: 'Needs the permission {{key}} here; by default: {{roles}}.',
    keyOfNobody: 'Needs the permission {{key}}, which an administrator grants.',
    linesNotPicked: 'Some lines are not picked yet.',
    metersMissing: 'Meters are missing: scan more rolls first.',
    notDelivered: 'The order is not delivered yet.',
    notPendingControl: 'The invoice does not wait for control.',
    notPicked: 'Picking is not complete yet.',
    notReadyForApproval: 'The PO is not in stage Needs approval.',
    paymentConfirmed: 'The payment is confirmed already.',
    paymentNotCovered: 'Payments allocated to this PO do not cover it yet.',
    paymentReversed: 'The payment is reversed already.',
    poCancelled: 'The PO is cancelled.',
    poReleased: 'The PO is released to the warehouse already.',
    poShipped: 'The PO has shipped.',
    scansWaiting: 'Scans wait in this browser to be sent.',
  },
};
