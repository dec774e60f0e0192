-- A reminder (催办) is a kind of its own, which people may choose to be told of by mail or text.
alter table notices.notice drop constraint notice_kind_check;
alter table notices.notice add constraint notice_kind_check
    check (kind in ('owed', 'returned', 'reminded', 'handed_over', 'merged', 'closed', 'extended', 'commented', 'ending', 'breached', 'review'));
