-- Won deals that the warehouse has not answered yet are few and looked for often.
create index crm_deal_unanswered on crm_deal (org, won_at) where status = 'won' and reservation_state = 'requested';
