-- Overrides are few among many decisions, and listed by themselves, the newest first.
create index decision_override_list on kernel.decision (org, id) where override is not null;
