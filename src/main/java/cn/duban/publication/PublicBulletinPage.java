package cn.duban.publication;

import cn.duban.web.Titled;

public record PublicBulletinPage(Frozen frozen, Content content) implements Titled {
    @Override
    public String title() {
        return frozen.title();
    }
}
