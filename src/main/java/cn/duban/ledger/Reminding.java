package cn.duban.ledger;

import cn.duban.ledger.type.Phase;
import java.util.List;
import java.util.stream.Stream;

/**
 * 催办: the supervisor presses those who are waited for. It moves nothing and is recorded all the same; whom it concerns is
 * told by a room above. One post presses a matter once a day, so that a reminder keeps its weight.
 */
record Reminding(Lifecycle lifecycle) {

    static final String ACT = "remind";

    Change decide(Change change, Standing standing) {
        var matter = change.matter;
        if (matter.phase() == Phase.MERGED || matter.phase() == Phase.VOID) throw Lifecycle.asleep(matter);
        if (matter.phase() == Phase.ENDED) throw Lifecycle.ended(lifecycle.type().state(matter.state()));
        var supervisor = lifecycle.type().supervisor().orElseThrow();
        if (!standing.roles().contains(supervisor.name()))
            throw Refusal.of("role", "催办由" + supervisor.label().zh() + "来做。", "Reminding is for the " + supervisor.label().en() + ".").thrown();
        if (awaited(change).isEmpty())
            throw Refusal.of("state", "下一步由" + supervisor.label().zh() + "自己办理，没有可以催办的单位。", "The next step is the " + supervisor.label().en() + "'s own; there is nobody to remind.").thrown();
        if (remindedToday(change, standing))
            throw Refusal.of("most", "您的岗位今天已经催办过这件事，同一件事一天只催办一次。", "Your post reminded them of this matter today already; once a day is enough.").thrown();
        return change;
    }

    /** The units that are waited for: those that owe the next step, the supervisor apart, and those that have not answered their own share. */
    List<Integer> awaited(Change change) {
        var owes = change.matter.owes();
        var role = owes == null ? null : lifecycle.type().roles().get(owes);
        var next = role == null || role.ledgerOwner() ? Stream.<Integer>empty()
                : change.responsibilities.values().stream().filter(r -> r.current() && r.role().equals(owes)).map(Responsibility::unit);
        return Stream.concat(next, change.assignments.values().stream().filter(share -> share.open() && !share.role().equals("lead")).map(Assignment::unit)).distinct().toList();
    }

    private boolean remindedToday(Change change, Standing standing) {
        var zone = lifecycle.deadlines().zone();
        var today = change.now.atZone(zone).toLocalDate();
        return standing.dossier().deeds().stream().filter(Dossier.Deed::own).filter(deed -> deed.post() == standing.viewer().post())
                .anyMatch(deed -> deed.remindedAt() != null && deed.remindedAt().atZone(zone).toLocalDate().equals(today));
    }
}
