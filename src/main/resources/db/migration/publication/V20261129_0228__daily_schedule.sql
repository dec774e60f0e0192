-- A bulletin may be begun after every working day as well.
alter table publication.schedule drop constraint schedule_rhythm_check;
alter table publication.schedule add constraint schedule_rhythm_check check (rhythm in ('daily', 'weekly', 'half-month', 'monthly', 'quarterly'));
alter table publication.template drop constraint template_rhythm_check;
alter table publication.template add constraint template_rhythm_check check (rhythm in ('daily', 'weekly', 'half-month', 'monthly', 'quarterly'));
