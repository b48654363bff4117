-- A run that failed or whose process died is taken up again, a few times.
alter table kernel.job_run
  add column attempts integer not null default 1,
  add column alive_at timestamptz not null default now();
