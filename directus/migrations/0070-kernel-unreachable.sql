-- Whether the last attempt found nobody there: such events go as soon as the other side is back, all others by their schedule.
alter table kernel.outbox add column unreachable boolean not null default false;
