create trigger note_on_behalf_of before insert on wms_order_history for each row execute function app.note_on_behalf_of();
