-- Why gates are overridden, as each organisation lists it.
create unique index override_reason_code on core_override_reason (org, side, code);
alter table core_override_reason add constraint code_is_a_word check (code ~ '^[a-z][a-z0-9_]*$');

-- A decision names the code for ten years: it is switched off, never renamed nor deleted.
create function app.guard_override_reason() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.side, new.code) is distinct from (old.side, old.code) then
    raise exception 'An override reason keeps its code and is switched off, never deleted' using errcode = '23514', constraint = 'override_reason_is_kept';
  end if;
  return new;
end $$;
create trigger guard_override_reason before update or delete on core_override_reason for each row execute function app.guard_override_reason();

-- The list an org starts with, however it came about: founded here, or told of by the other node.
create function app.list_override_reasons(of_org uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare caller text := coalesce(current_setting('app.user_id', true), '');
begin
  perform set_config('app.user_id', 'system', true);
  insert into core_override_reason (org, side, code, label_en, label_tr, active, position)
  select of_org, r.side, r.code, r.label_en, r.label_tr, true, r.position from (values
    ('crm', 'customer_relationship', 'Customer relationship', 'Müşteri ilişkisi', 1),
    ('crm', 'management_decision', 'Decision of the management', 'Yönetim kararı', 2),
    ('crm', 'payment_in_transit', 'Payment is on its way', 'Ödeme yolda', 3),
    ('crm', 'data_correction', 'Correction of data', 'Veri düzeltmesi', 4),
    ('crm', 'operational_need', 'Operational need', 'Operasyonel gereklilik', 5),
    ('wms', 'recount', 'Recounted', 'Yeniden sayım', 1),
    ('wms', 'label_error', 'Wrong label', 'Yanlış etiket', 2),
    ('wms', 'urgent_shipment', 'Urgent shipment', 'Acil sevkiyat', 3),
    ('wms', 'carrier_issue', 'Trouble with the carrier', 'Taşıyıcı sorunu', 4),
    ('wms', 'management_decision', 'Decision of the management', 'Yönetim kararı', 5)
  ) r (side, code, label_en, label_tr, position) on conflict (org, side, code) do nothing;
  perform set_config('app.user_id', caller, true);
end $$;
create function app.start_override_reasons() returns trigger language plpgsql as $$
begin perform app.list_override_reasons(new.id); return null; end $$;
create trigger start_override_reasons after insert on core_org for each row execute function app.start_override_reasons();
select app.list_override_reasons(id) from core_org;
