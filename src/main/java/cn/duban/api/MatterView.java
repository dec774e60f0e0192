package cn.duban.api;

import cn.duban.ledger.ClockExplained;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.MatterPage;
import cn.duban.ledger.MatterPage.Shown;
import cn.duban.ledger.MatterRow;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.Offer;
import cn.duban.ledger.TimelineLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One matter as its page shows it, without what is only paint.
 *
 * @param actions what this post may do now, with the address to post to
 * @param clocks each with {@code why}, the rule and then day by day, and {@code journal}, every line that moved it
 * @param before where the timeline goes on: the {@code before} of the next request; null where it ends
 */
public record MatterView(
        MatterRow matter,
        String body,
        List<Shown> fields,
        String secrecy,
        LocalDate receivedOn,
        @Nullable LocalDate dueOn,
        @Nullable String remaining,
        List<Tie> above,
        List<Action> actions,
        List<Bearer> bearers,
        List<ClockExplained> clocks,
        List<Line> timeline,
        @Nullable Integer before,
        List<Evidence> evidence,
        List<MatterRow> children,
        List<Tie> relations) {

    public record Action(String action, Label label, @Nullable Integer assignment, String href) {}

    public record Bearer(String role, String label, String name, List<String> people, String since, @Nullable String until, @Nullable Share assignment) {}

    public record Share(int no, String state, @Nullable String due, @Nullable String received, @Nullable String answered, @Nullable String answer, @Nullable String verdict) {}

    public record Line(int no, String act, String label, Instant at, String who, String post, @Nullable String behalf, @Nullable String move,
            List<TimelineLine.Said> said, List<String> changes, List<String> evidence) {}

    public record Evidence(String id, String name, String kind, int entry) {}

    public record Tie(String kind, @Schema(type = "string") MatterId id, String number, String title) {}

    static MatterView of(MatterPage page) {
        var shares = page.parties().stream().flatMap(party -> party.share() == null ? Stream.empty() : party.share().offers().stream());
        return new MatterView(page.row(), page.body(), page.fields(), page.secrecy(), page.receivedOn(), page.dueOn(), page.remaining(), ties(page.above().stream().filter(MatterPage.Tie::open).toList()),
                Stream.concat(page.offers().stream(), shares).map(offer -> action(page, offer)).toList(),
                page.parties().stream().map(p -> new Bearer(p.role(), p.roleLabel(), p.name(), p.people(), p.since(), p.until(), p.share() == null ? null
                        : new Share(p.share().no(), p.share().state(), p.share().due(), p.share().received(), p.share().answered(), p.share().answer(), p.share().verdict()))).toList(),
                page.clocks(), page.timeline().stream().map(MatterView::line).toList(), page.older(),
                page.evidence().stream().map(e -> new Evidence(e.file().id().toString(), e.file().name(), e.file().kind(), e.entry())).toList(),
                page.children(), ties(page.ties()));
    }

    private static Action action(MatterPage page, Offer offer) {
        return new Action(offer.action(), offer.label(), offer.assignment(), "/api/v1" + page.act(offer));
    }

    private static Line line(TimelineLine line) {
        return new Line(line.no(), line.act(), line.label(), line.at(), line.who(), line.post(), line.behalf(), line.move(), line.said(), line.changes(),
                line.files().stream().map(file -> file.id().toString()).toList());
    }

    private static List<Tie> ties(List<MatterPage.Tie> ties) {
        return ties.stream().map(tie -> new Tie(tie.kind(), tie.id(), tie.number(), tie.title())).toList();
    }
}
