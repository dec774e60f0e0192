package cn.duban.hotline.quality;

import cn.duban.crypto.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which tickets of each agent are checked: those whose SM3 of seed, a stroke and id comes first. Anybody draws the same again. Pure. */
public record Draw(String seed, int each) {

    /** A ticket that an agent took or sent on. */
    public record Handled(UUID ticket, int agent) {}

    List<Handled> of(Collection<Handled> pool) {
        Map<Integer, List<Handled>> byAgent = pool.stream().collect(Collectors.groupingBy(Handled::agent, TreeMap::new, Collectors.toList()));
        return byAgent.values().stream().flatMap(own -> own.stream().sorted(Comparator.comparing((Handled one) -> place(one.ticket()))).limit(each)).toList();
    }

    private String place(UUID ticket) {
        return Sm3.hex(Sm3.digest((seed + "/" + ticket).getBytes(StandardCharsets.UTF_8)));
    }
}
