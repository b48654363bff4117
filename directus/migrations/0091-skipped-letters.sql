-- A dead letter that an operator gave up: it waits for nobody any more, stays to be seen and can still be sent again.
alter table kernel.outbox add column skip_reason text;
alter table kernel.outbox drop constraint outbox_status_check;
alter table kernel.outbox add constraint outbox_status_check check (status in ('pending', 'delivered', 'dead', 'skipped'));
