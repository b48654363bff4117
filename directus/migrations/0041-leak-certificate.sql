-- What a look through every keyhole of a running system found, and when. Written by the operators' tool alone.
create table kernel.leak_certificate (
  id uuid primary key default gen_random_uuid(),
  at timestamptz not null default now(),
  systems text[] not null,
  people integer not null,
  probes integer not null,
  seconds numeric not null,
  leaks jsonb not null
);
create index leak_certificate_recent on kernel.leak_certificate (at desc);
alter table kernel.leak_certificate enable row level security;
alter table kernel.leak_certificate force row level security;
create policy system_files on kernel.leak_certificate for insert with check (app.is_system());
create policy admin_reads on kernel.leak_certificate for select using (app.is_system() or (select app.holds_any('{admin}')));
