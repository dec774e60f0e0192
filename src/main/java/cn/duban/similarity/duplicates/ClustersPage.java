package cn.duban.similarity.duplicates;

import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.web.Titled;
import cn.duban.web.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Duplicates over whole ledgers.
 *
 * @param count clusters in all
 * @param next where the next page begins; null on the last one
 * @param acts whether the reader may act on them
 * @param asked what was sent and not done, with why
 */
public record ClustersPage(ClusterFilter filter, List<Cluster> clusters, int count, @Nullable String next, List<Choice> types, List<Choice> units, boolean acts, boolean ready, @Nullable Asked asked) implements Titled {

    /** @param key of the cluster @param wrong a full sentence for each thing that did not go */
    public record Asked(String key, List<String> members, String master, String reason, List<String> wrong) {}

    @Override
    public String title() {
        return Words.say("similarity.clusters.title");
    }

    public boolean about(Cluster cluster) {
        return asked != null && asked.key().equals(cluster.key());
    }

    /** What was sent is about no cluster that is shown any more. */
    public boolean astray() {
        return asked != null && clusters.stream().noneMatch(this::about);
    }

    /** All of them until somebody chooses. */
    public boolean chosen(Cluster cluster, Cluster.Member member) {
        return !about(cluster) || asked.members().contains(member.row().id().toString());
    }

    public boolean master(Cluster cluster, Cluster.Member member) {
        return about(cluster) && !asked.master().isBlank() ? asked.master().equals(member.row().id().toString()) : cluster.members().getFirst().equals(member);
    }
}
