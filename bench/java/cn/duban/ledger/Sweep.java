package cn.duban.ledger;

import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.BeanFactory;

/** What the ledger does by itself over everything that is open, each done once and timed. */
public final class Sweep {

    private Sweep() {}

    public static Map<String, Duration> of(BeanFactory product, int tenant, String supervisor) {
        var viewer = supervisor(product, tenant, supervisor);
        var took = new LinkedHashMap<String, Duration>();
        time(took, "lamps of all open clocks (counts by type and phase)", () -> product.getBean(Matters.class).counts(viewer));
        time(took, "lamps by unit (where it hangs)", () -> product.getBean(Matters.class).hanging(viewer));
        time(took, "look-backs that are due, at most 200 a round", () -> product.getBean(LookBacks.class).open());
        time(took, "anchor over all heads", () -> product.getBean(Anchors.class).cast());
        return took;
    }

    private static void time(Map<String, Duration> took, String what, Runnable work) {
        var start = System.nanoTime();
        work.run();
        took.put(what, Duration.ofNanos(System.nanoTime() - start));
    }

    private static Viewer supervisor(BeanFactory product, int tenant, String unitName) {
        var directory = product.getBean(Directories.class).of(tenant);
        var post = directory.posts(directory.unitNamed(unitName).orElseThrow().id()).getFirst();
        var person = directory.holders(post.id()).getFirst();
        return new Viewer(tenant, person.id(), person.name(), post.id(), post.name(), post.unit(), directory.unitName(post.unit()), post.duties());
    }
}
