-- Rows that some roles may not see as records of their own, though they see what refers to them: a
-- salesperson does not meet an inactive customer, yet finds on a running deal whom it is for. Our own
-- code says so for the rest of its transaction; Directus never does, so there they stay hidden.
create function app.shows_hidden() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.shows_hidden', true), '') = 'on' $$;
