package cn.duban.hotline.trouble;

import org.springframework.stereotype.Component;

/** What goes on in the background in production, done by a test when it says so. */
@Component
public class ClustersFixture {

    private final Groups groups;

    ClustersFixture(Groups groups) {
        this.groups = groups;
    }

    public void reckon(int tenant) {
        groups.renew(tenant);
    }
}
