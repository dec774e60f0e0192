package cn.duban.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the top bar shows about the viewer. Told by {@code access}, which {@code web} does not know. */
public interface Desk {

    /** The name of the government whose ledger this is; without a viewer, of the only one here, if there is one. */
    @Nullable String government(@Nullable Viewer viewer);

    /** Every post that the person may act in today, the present one included. */
    List<Viewer> posts(Viewer viewer);
}
