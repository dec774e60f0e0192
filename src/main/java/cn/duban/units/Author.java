package cn.duban.units;

import cn.duban.web.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a change to a tenant's register.
 *
 * @param person none when the installation itself does it: founding a tenant, an import from the command line
 */
public record Author(int tenant, @Nullable Integer person) {

    public static Author of(Viewer viewer) {
        return new Author(viewer.tenant(), viewer.person());
    }

    public static Author installation(int tenant) {
        return new Author(tenant, null);
    }
}
