package cn.duban.similarity.duplicates;

import cn.duban.ledger.Act;
import cn.duban.ledger.Door;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.similarity.Candidates;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a person does about a cluster: each matter by an act of its own, through the ledger's door. */
@Component
class ClusterActs {

    private final Ledger ledger;
    private final Aparts aparts;
    private final Candidates candidates;

    ClusterActs(Ledger ledger, Aparts aparts, Candidates candidates) {
        this.ledger = ledger;
        this.aparts = aparts;
        this.candidates = candidates;
    }

    enum What { LINK, MERGE, APART }

    /** @param done how many acts went @param wrong why others did not */
    record Outcome(int done, List<String> wrong) {}

    Outcome take(What what, List<MatterId> members, MatterId master, String reason, Viewer viewer) {
        if (what != What.APART) return one(what, members, master, reason, viewer);
        var ids = members.stream().map(MatterId::id).toList();
        if (!candidates.subjects(ids, viewer).keySet().containsAll(ids)) return new Outcome(0, List.of(Words.say("similarity.clusters.gone")));
        try {
            Door.check(reason);
        } catch (Refusal.Refused refused) {
            return new Outcome(0, List.of(refused.refusal().text()));
        }
        aparts.say(ids, reason, viewer);
        return new Outcome(members.size(), List.of());
    }

    private Outcome one(What what, List<MatterId> members, MatterId master, String reason, Viewer viewer) {
        var done = 0;
        var wrong = new ArrayList<String>();
        for (var member : members) {
            if (member.equals(master)) continue;
            var act = Act.of(what == What.MERGE ? "merge" : "link").other(master.id()).saying("reason", reason.isBlank() ? Words.in(Words.CHINESE, "similarity.clusters.reason.given") : reason);
            try {
                ledger.act(member, act, viewer);
                done++;
            } catch (Refusal.Refused refused) {
                wrong.add(refused.refusal().text());
            }
        }
        return new Outcome(done, wrong.stream().distinct().toList());
    }
}
