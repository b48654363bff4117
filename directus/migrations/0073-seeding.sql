-- Whether this database was filled with demo data, and whether to the end: at most one row.
create table app.seeding (
  only_one boolean primary key default true check (only_one),
  level text not null,
  begun_at timestamptz not null default now(),
  finished_at timestamptz
);
