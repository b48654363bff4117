import { sendQueued } from '@selvedge/kernel/mail/send-queued.ts';
import { defineSystem, type System } from '@selvedge/kernel/system.ts';
import { receiveSignedContract, waiveContract } from './commands/contract.ts';
import { createDeal } from './commands/create-deal.ts';
import { decideShortage } from './commands/decide-shortage.ts';
import { cancelDeal, clearCreditBlock, closeDeal, loseDeal } from './commands/end-deal.ts';
import { editCustomer } from './commands/edit-customer.ts';
import { onboardCustomer } from './commands/onboard-customer.ts';
import { createOrg, editOrg } from './commands/orgs.ts';
import { approvePriceRequest, approvePriceRequests, rejectPriceRequest, rejectPriceRequests } from './commands/decide-price-request.ts';
import { allocatePayment, confirmPayment, confirmPayments, recordPayment, reversePayment } from './commands/payments.ts';
import { createPriceRequest } from './commands/create-price-request.ts';
import { approveShipment, approveShipments, cancelOrder, setShipDate } from './commands/purchase-orders.ts';
import { reconfirmPrice, reconfirmPrices } from './commands/reconfirm-price.ts';
import { approveCustomer, deactivateCustomer } from './commands/review-customer.ts';
import { setPrice, setPrices } from './commands/set-price.ts';
import { submitDeal } from './commands/submit-deal.ts';
import { updateDealLines } from './commands/update-deal-lines.ts';
import { winDeal } from './commands/win-deal.ts';
import { onWarehouseGrantUpdated } from './consume/grants.ts';
import { orderConsumers } from './consume/orders.ts';
import { onCatalogItemUpdated, onStockByQualityUpdated } from './consume/reference-data.ts';
import { onAllocationUpdated, onReservationUpdated, onShortageDetected } from './consume/reservations.ts';
import { dealSubmit } from './gates/deal-submit.ts';
import { dealWin } from './gates/deal-win.ts';
import { linePricing } from './gates/line-pricing.ts';
import { shipmentApproval } from './gates/shipment-approval.ts';
import { alertUnanswered } from './jobs/alert-unanswered.ts';
import { grantMirror, keptWarehouseGrants } from './mirrors/grants.ts';
import { keptMirrors } from './mirrors/kept.ts';
import { orgMirror } from './mirrors/orgs.ts';
import { CRM_ROLES } from './roles.ts';
import { crmViews } from './views/index.ts';

export interface CrmSettings {
  readonly smtpUrl: string;
  readonly mailFrom: string;
}

/** The commercial side. */
export const defineCrm = ({ smtpUrl, mailFrom }: CrmSettings): System =>
  defineSystem({
    name: 'crm',
    roles: CRM_ROLES,
    commands: [
      onboardCustomer,
      editCustomer,
      approveCustomer,
      deactivateCustomer,
      reconfirmPrice,
      reconfirmPrices,
      setPrice,
      setPrices,
      createDeal,
      updateDealLines,
      createPriceRequest,
      approvePriceRequest,
      approvePriceRequests,
      rejectPriceRequest,
      rejectPriceRequests,
      submitDeal,
      winDeal,
      loseDeal,
      cancelDeal,
      closeDeal,
      clearCreditBlock,
      receiveSignedContract,
      waiveContract,
      recordPayment,
      allocatePayment,
      reversePayment,
      confirmPayment,
      confirmPayments,
      setShipDate,
      approveShipment,
      approveShipments,
      cancelOrder,
      decideShortage,
      createOrg,
      editOrg,
    ],
    views: crmViews,
    gates: [dealSubmit, dealWin, linePricing, shipmentApproval],
    consumers: [
      onReservationUpdated,
      onAllocationUpdated,
      onShortageDetected,
      ...orderConsumers,
      onCatalogItemUpdated,
      onStockByQualityUpdated,
      onWarehouseGrantUpdated,
    ],
    jobs: [sendQueued({ system: 'crm', table: 'crm_outbound_mail' }, smtpUrl, mailFrom), alertUnanswered],
    overrideMail: { queue: 'crm_outbound_mail', roles: ['sales_manager'] },
    owns: [orgMirror, grantMirror],
    keeps: [...keptMirrors, keptWarehouseGrants],
  });
