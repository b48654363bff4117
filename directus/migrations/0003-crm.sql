-- What Directus' schema cannot say of CRM tables: uniqueness per org, list indexes.

create unique index crm_customer_tax on crm_customer (tax_country, tax_number);
create unique index crm_customer_profile_once on crm_customer_profile (org, customer);
create index crm_customer_profile_list on crm_customer_profile (org, status, name);
create unique index crm_credit_limit_once on crm_credit_limit (profile, currency);
create unique index crm_list_price_once on crm_list_price (org, catalog_item, currency);
create unique index crm_stock_by_quality_once on crm_stock_by_quality (org, catalog_item);
create unique index crm_deal_line_position on crm_deal_line (deal, position);
create index crm_deal_list on crm_deal (org, status, created_at desc, id);
create index crm_purchase_order_queue on crm_purchase_order (org, stage, stage_since, id);
create index crm_purchase_order_recent on crm_purchase_order (org, stage_since, id);
create index crm_purchase_order_short on crm_purchase_order (org, stage_since, id) where open_shortage_count > 0;
create unique index crm_contract_once on crm_contract (deal);
create unique index crm_receivable_once on crm_receivable (purchase_order);
create index crm_receivable_exposure on crm_receivable (org, profile, currency) where voided_at is null;
create unique index crm_payment_allocation_once on crm_payment_allocation (payment, purchase_order);
create unique index crm_payment_reversed_once on crm_payment (reverses) where reverses is not null;
create unique index crm_reservation_mirror_once on crm_reservation_mirror (deal_line);
create unique index crm_order_mirror_once on crm_order_mirror (purchase_order);
create unique index crm_shortage_open_once on crm_shortage (deal_line) where state = 'open';
create index crm_timeline_deal on crm_timeline_entry (deal, occurred_at, id);
create unique index crm_outbound_mail_once on crm_outbound_mail (org, type, object_id, recipient);
create index crm_outbound_mail_due on crm_outbound_mail (created_at) where status = 'queued';

alter table crm_deal_line add constraint qty_is_positive check (qty > 0);
alter table crm_deal_line add constraint price_is_not_negative check (unit_price >= 0);
alter table crm_payment add constraint amount_is_not_zero check (amount <> 0);
alter table crm_payment_allocation add constraint allocated_is_not_zero check (amount <> 0);
alter table core_org add constraint code_is_three_letters check (code ~ '^[A-Z]{3}$');

-- The legal person behind a tax number. It answers the same for a new one and for one that another
-- org knows, and tells nothing of that org (J4).
create function app.customer_identity(country text, number text) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare
  caller text := current_setting('app.user_id', true);
  found uuid;
begin
  if app.user_id() is null and not app.is_system() then raise exception 'nobody' using errcode = '42501'; end if;
  perform set_config('app.user_id', 'system', true);
  insert into crm_customer (tax_country, tax_number) values (country, number) on conflict (tax_country, tax_number) do nothing returning id into found;
  if found is null then select id into found from crm_customer where tax_country = country and tax_number = number; end if;
  perform set_config('app.user_id', caller, true);
  return found;
end $$;
