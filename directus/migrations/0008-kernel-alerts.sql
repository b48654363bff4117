-- When administrators were told of an event that nobody could take; empty until then.
alter table kernel.outbox add column alerted_at timestamptz;
alter table kernel.inbox add column alerted_at timestamptz;
create index outbox_unalerted on kernel.outbox (position) where status = 'dead' and alerted_at is null;
create index inbox_unalerted on kernel.inbox (position) where status = 'parked' and alerted_at is null;
