import { createGate } from './evaluate.ts';
import { allocationOnHandFacts } from './allocation-on-hand/facts.ts';
import allocationOnHandPolicy from './allocation-on-hand/gate.json' with { type: 'json' };
import { closureFacts } from './closure/facts.ts';
import closurePolicy from './closure/gate.json' with { type: 'json' };
import { dealSubmitFacts } from './deal-submit/facts.ts';
import dealSubmitPolicy from './deal-submit/gate.json' with { type: 'json' };
import { dealWinFacts } from './deal-win/facts.ts';
import dealWinPolicy from './deal-win/gate.json' with { type: 'json' };
import { shipFacts } from './ship/facts.ts';
import shipPolicy from './ship/gate.json' with { type: 'json' };
import { shipmentApprovalFacts } from './shipment-approval/facts.ts';
import shipmentApprovalPolicy from './shipment-approval/gate.json' with { type: 'json' };

export const dealSubmitGate = createGate(dealSubmitPolicy, dealSubmitFacts);
export const dealWinGate = createGate(dealWinPolicy, dealWinFacts);
export const shipmentApprovalGate = createGate(shipmentApprovalPolicy, shipmentApprovalFacts);
export const allocationOnHandGate = createGate(allocationOnHandPolicy, allocationOnHandFacts);
export const shipGate = createGate(shipPolicy, shipFacts);
export const closureGate = createGate(closurePolicy, closureFacts);

/** Every gate with its policy and facts, for the tests that walk the cases. */
export const gates = {
  'deal-submit': { gate: dealSubmitGate, policy: dealSubmitPolicy },
  'deal-win': { gate: dealWinGate, policy: dealWinPolicy },
  'shipment-approval': { gate: shipmentApprovalGate, policy: shipmentApprovalPolicy },
  'allocation-on-hand': { gate: allocationOnHandGate, policy: allocationOnHandPolicy },
  ship: { gate: shipGate, policy: shipPolicy },
  closure: { gate: closureGate, policy: closurePolicy },
} as const;
