-- One act is applied once, whatever ids it is told under. What is parked was not applied.
create unique index inbox_idempotency on kernel.inbox (target, source, idempotency_key) where status <> 'parked' and idempotency_key is not null;
