export const actions = {
  action: {
    event: {
      replay: { label: 'Replay', done: 'Tried again.' },
      skip: {
        label: 'Skip event',
        done: 'Event skipped.',
        consequence: 'The event is given up for good, and the later ones of its record go on without it. It is audited with your reason.',
      },
    },
    delivery: {
      retry: { label: 'Send again', done: 'Sent again.' },
      skip: {
        label: 'Skip dead letter',
        done: 'Dead letter skipped.',
        consequence:
          'It waits for nobody any more, stays in the list and can still be sent. Until then later events of its record wait on the other side. It is audited with your reason.',
      },
    },
    drift: { heal: { label: 'Heal', done: 'The owner tells it again.' }, check: { label: 'Compare now', done: 'Compared.' } },
    secret: {
      create: { label: 'Create secret', done: 'Secret created.' },
      add: {
        label: 'Add secret',
        done: 'Secret added.',
        consequence: 'Paste the secret that the other node showed. The earlier ones stay valid for a day.',
      },
      revoke: { label: 'Revoke', done: 'Secret revoked.', consequence: 'What is signed with this secret alone is refused from now on.' },
    },
    eventKey: {
      create: { label: 'Create event key', done: 'Event key created.' },
      add: {
        label: 'Add event key',
        done: 'Event key added.',
        consequence:
          'Paste the key that the other node showed. The earlier ones stay valid for a day. Where events of this direction arrive, the first key makes the node refuse those that come without one: add it where they are sent first.',
      },
      revoke: { label: 'Revoke', done: 'Event key revoked.', consequence: 'What comes with this key alone is refused from now on.' },
    },
    roll: {
      adjust: {
        label: 'Adjust',
        done: 'Roll adjusted.',
        consequence: 'Roll and lot take what you measured. It is audited with your reason.',
      },
      writeOff: {
        label: 'Write off',
        done: 'Roll written off.',
        consequence: 'The roll leaves the stock with all its meters. It is audited with your reason.',
      },
    },
    quality: {
      switchOff: {
        label: 'Switch quality off',
        done: 'Quality switched off.',
        consequence: 'It is sold and received no more, in any organisation. What is in stock or on order stays.',
      },
      switchOn: { label: 'Switch quality on', done: 'Quality switched on.' },
    },
    customer: {
      approve: { label: 'Approve customer', done: 'Customer approved.' },
      edit: { label: 'Edit', save: 'Save' },
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
    priceRequest: {
      create: {
        label: 'Ask for this price',
        done: 'Price asked for.',
        consequence: 'A sales manager or pricing decides it. Say what speaks for this price.',
      },
      approve: { label: 'Approve price', done: 'Price approved.' },
      reject: { label: 'Reject price', done: 'Price rejected.', consequence: 'Whoever asked reads your note on the deal.' },
    },
    price: {
      set: { label: 'Set price', done: 'Price set.' },
      reconfirm: { label: 'Reconfirm price', done: 'Price reconfirmed.' },
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
    shortage: { decide: { label: 'Decide shortage', done: 'Shortage decided.' } },
    reservation: { plan: { label: 'Plan', done: 'Line planned.' } },
    allocation: {
      enterByOverride: {
        label: 'Enter by override',
        done: 'Roll entered by override.',
        consequence: 'Says that the roll holds more than the books: they are raised to what you enter. Your name and reason are kept.',
      },
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
      post: {
        label: 'Post shipment',
        done: 'Shipment posted.',
        consequence: 'The rolls leave the stock, and sales sees the order as shipped.',
      },
      postByOverride: {
        label: 'Post by override',
        consequence: 'Posts the shipment although picking or carrier data is not complete. Never for a blocked line.',
      },
      deliver: { label: 'Record delivery', done: 'Delivery recorded.' },
    },
    carrier: {
      add: { label: 'Add carrier', done: 'Carrier added.' },
      change: { label: 'Change carrier', done: 'Carrier changed.' },
      switchOff: {
        label: 'Switch off',
        done: 'Carrier switched off.',
        consequence: 'It is no longer offered when a shipment is posted. What it carried keeps its name.',
      },
      switchOn: { label: 'Switch on', done: 'Carrier switched on.' },
    },
    invoiceControl: {
      pass: { label: 'Pass', done: 'Invoice control passed.' },
      fail: {
        label: 'Fail',
        done: 'Invoice control failed.',
        consequence: 'The order cannot close until the invoice is corrected and controlled again.',
      },
      reopen: { label: 'Back to control', done: 'Back in control.' },
    },
  },
  refusal: {
    rollShipped: 'The roll has left the warehouse.',
    rollGone: 'The roll is written off already.',
    controlNotPassed: 'Invoice control has not passed yet.',
    counterEntry: 'This is a counter entry itself.',
    dealCancelled: 'The deal is cancelled.',
    dealClosed: 'The deal is closed.',
    dealDraft: 'The deal is a draft: submit it first.',
    dealLost: 'The deal is lost.',
    dealSubmitted: 'The deal is submitted already.',
    dealWon: 'The deal is won.',
    keyMissing: 'Needs the permission {{key}} here; by default: {{roles}}.',
    keyOfNobody: 'Needs the permission {{key}}, which an administrator grants.',
    ofInstallation: 'This concerns the whole installation; its administrator does it.',
    linesNotPicked: 'Some lines are not picked yet.',
    metersMissing: 'Meters are missing: scan more rolls first.',
    notDelivered: 'The order is not delivered yet.',
    notOverridable: 'Something open cannot be overridden; the card below names it.',
    overrideNotKept: 'The gate passed by itself, so the override was not needed and is not kept.',
    nothingToOverride: 'Nothing needs an override.',
    notShipped: 'The order has not shipped yet.',
    notReceived: 'This is the sending side; it can be sent again.',
    notSent: 'This is the receiving side; it can be replayed.',
    notUndelivered: 'Only what left here and did not arrive is sent again.',
    notDead: 'Only an event that was given up as undeliverable is skipped here.',
    unknownToOwner: 'The owner knows no such record.',
    notPendingControl: 'The invoice does not wait for control.',
    notPicked: 'Picking is not complete yet.',
    notReadyForApproval: 'The PO is not in stage Needs approval.',
    ordersOpen: 'A PO of this deal is not closed yet.',
    paymentConfirmed: 'The payment is confirmed already.',
    paymentNotCovered: 'Payments allocated to this PO do not cover it yet.',
    paymentReversed: 'The payment is reversed already.',
    poCancelled: 'The PO is cancelled.',
    poReleased: 'The PO is released to the warehouse already.',
    poShipped: 'The PO has shipped.',
    dealOfAnother: 'The deal is somebody else’s; its owner asks for the price, or who decides prices.',
    ownRequest: 'You asked for it or made the deal; somebody else decides it.',
    priceRequestDecided: 'This price is decided already.',
    priceRequestLapsed: 'The deal changed since; this request lapsed.',
    priceMissing: 'There is no price to reconfirm; set one.',
    scansWaiting: 'Scans wait in this browser to be sent.',
  },
};
