-- Tickets follow the register of desks: until when a line of it is still worked on, and every line that was entered stays, so that who answered before is known. Lines that stand are looked at once more.
alter table hotline.desk add column followed_at timestamptz;
alter table hotline.desk drop constraint desk_pkey;
alter table hotline.desk add primary key (tenant, since, entered_at);
