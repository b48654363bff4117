-- A direction that fell behind, from when until when, and when administrators were told.
create table kernel.backlog_incident (
  id bigint generated always as identity primary key,
  source text not null,
  target text not null,
  began_at timestamptz not null,
  told_at timestamptz,
  ended_at timestamptz
);
create unique index backlog_incident_open on kernel.backlog_incident (source, target) where ended_at is null;
alter table kernel.backlog_incident enable row level security;
alter table kernel.backlog_incident force row level security;
create policy system_all on kernel.backlog_incident using (app.is_system()) with check (app.is_system());
