-- What an event was signed with when it was last sent, and when it was received: shown to operators.
alter table kernel.outbox add column signature text;
alter table kernel.inbox add column signature text;
