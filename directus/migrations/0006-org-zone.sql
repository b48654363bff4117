-- Due dates, ship dates and overdue follow the org's own calendar, so its zone must be one that exists.
create function app.is_time_zone(zone text) returns boolean language sql stable parallel safe as
  $$ select exists (select 1 from pg_timezone_names where name = zone) $$;
alter table core_org add constraint time_zone_is_known check (app.is_time_zone(time_zone));
