-- Who reads a version of a policy reads who did what to it and why: no more of the audit than the row itself tells.
create policy policy_readers on kernel.audit for select using (subject_type = 'core_gate_policy'
  and org = any ((select app.orgs('{admin,sales,sales_manager,pricing,accounting,warehouse,warehouse_manager}'))::uuid[]));
