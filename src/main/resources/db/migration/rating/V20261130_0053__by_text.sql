-- Whoever was asked by a text may rate by a text.
alter table rating.given drop constraint given_channel_check;
alter table rating.given add constraint given_channel_check check (channel in ('device', 'link', 'follow', 'callback', 'text'));
