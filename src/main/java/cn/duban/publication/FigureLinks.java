package cn.duban.publication;

import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterThen;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a figure leads: to the matters counted, and from there to the ledger's own list. */
public final class FigureLinks {

    private FigureLinks() {}

    public static String of(UUID bulletin, String figure) {
        return "/bulletins/" + bulletin + "/figures/" + URLEncoder.encode(figure, StandardCharsets.UTF_8);
    }

    /** The live list under the same parent and of the same type, in the same state where there is only one. */
    static @Nullable String list(Bulletin bulletin, List<MatterThen> rows) {
        var parents = rows.stream().map(r -> r.matter().parent()).collect(Collectors.toSet());
        var types = rows.stream().map(r -> r.matter().type()).collect(Collectors.toSet());
        if (parents.size() != 1 || types.size() != 1 || parents.contains(null)) return null;
        var states = rows.stream().map(r -> r.matter().state()).collect(Collectors.toSet());
        return "/matters?parent=" + new MatterId(bulletin.tenant(), parents.iterator().next()) + "&type=" + types.iterator().next()
                + (states.size() == 1 ? "&state=" + states.iterator().next() : "");
    }
}
