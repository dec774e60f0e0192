package cn.duban.notices;

import cn.duban.web.Bell;
import cn.duban.web.Viewer;
import org.springframework.stereotype.Component;

@Component
class NoticeBell implements Bell {

    private final Inbox inbox;

    NoticeBell(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public int unread(Viewer viewer) {
        return inbox.lately(viewer);
    }

    @Override
    public String href() {
        return "/notices";
    }

    @Override
    public String stream() {
        return "/notices/stream";
    }
}
