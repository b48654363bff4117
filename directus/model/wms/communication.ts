import { mailQueue } from '../mail-queue.ts';

export const outboundMail = mailQueue('wms_outbound_mail');
