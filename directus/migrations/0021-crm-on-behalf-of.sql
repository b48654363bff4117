create trigger note_on_behalf_of before insert on crm_timeline_entry for each row execute function app.note_on_behalf_of();
