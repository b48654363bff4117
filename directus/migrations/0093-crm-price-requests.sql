-- The queue newest or oldest first, the history of a deal, and of a line at most one request that counts.
create index crm_price_request_queue on crm_price_request (org, status, created_at, id);
create index crm_price_request_deal on crm_price_request (deal, created_at);
create unique index crm_price_request_live_once on crm_price_request (deal_line) where status in ('pending', 'approved');
create index crm_price_request_line on crm_price_request (deal_line, created_at desc);

alter table crm_price_request
  add constraint price_request_is_decided_by_somebody check (status in ('pending', 'lapsed') or (decided_at is not null and decided_by is not null)),
  add constraint price_request_by_other_hands check (decided_by <> requested_by);

-- What was asked never changes, a decision neither; it can only lapse.
create function app.keep_price_request() returns trigger language plpgsql as $$
declare decision text[] := '{status,note,decided_by,decided_at,lapsed_at}';
begin
  if tg_op = 'DELETE' or to_jsonb(new) - decision is distinct from to_jsonb(old) - decision
    or (old.status <> 'pending' and (new.note, new.decided_by, new.decided_at) is distinct from (old.note, old.decided_by, old.decided_at))
    or not (new.status = old.status or old.status = 'pending' or (old.status = 'approved' and new.status = 'lapsed')) then
    raise exception 'A price request is kept as it was asked and decided; ask anew' using errcode = '23514', constraint = 'price_request_is_fixed';
  end if;
  return new;
end $$;
create trigger keep_price_request before update or delete on crm_price_request for each row execute function app.keep_price_request();
