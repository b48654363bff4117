create index crm_customer_entry_story on crm_customer_entry (profile, occurred_at);

-- What is done with a lent role is the lender's as well, here as in the story of a deal.
create trigger note_on_behalf_of before insert on crm_customer_entry for each row execute function app.note_on_behalf_of();
