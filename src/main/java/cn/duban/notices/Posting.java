package cn.duban.notices;

import static cn.duban.web.Words.say;
import static cn.duban_db.notices.Tables.NOTICE;

import cn.duban.notices.Deliveries.Claimed;
import cn.duban.notices.Deliveries.Way;
import cn.duban.units.Directories;
import cn.duban.units.Tenants;
import cn.duban.web.Viewer;
import cn.duban_db.notices.tables.records.DeliveryRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits in the outbox. Every notice is looked at once more before it leaves: its reader must still hold the post,
 * see the thing, want to be told by this channel, and not have read it meanwhile.
 */
@Component
class Posting {

    private static final Logger log = LoggerFactory.getLogger(Posting.class);

    private final DSLContext sql;
    private final Deliveries deliveries;
    private final Gateways gateways;
    private final Manners manners;
    private final Inbox inbox;
    private final Letters letters;
    private final Digests digests;
    private final Directories directories;
    private final Tenants tenants;
    private final Carriers carriers;

    Posting(DSLContext sql, Deliveries deliveries, Gateways gateways, Manners manners, Inbox inbox, Letters letters, Digests digests, Directories directories, Tenants tenants, Carriers carriers) {
        this.sql = sql;
        this.deliveries = deliveries;
        this.gateways = gateways;
        this.manners = manners;
        this.inbox = inbox;
        this.letters = letters;
        this.digests = digests;
        this.directories = directories;
        this.tenants = tenants;
        this.carriers = carriers;
    }

    /** Sends everything that is due; a way that does not answer is left alone until the next round. */
    void send() {
        tenants.each(this::send);
    }

    void send(int tenant) {
        deliveries.takeUp(tenant);
        var shut = new HashSet<Way>();
        for (Optional<Claimed> claimed; (claimed = deliveries.claim(tenant, shut)).isPresent(); ) if (!sent(claimed.get())) shut.add(claimed.get().way());
    }

    /** @return whether the way is open */
    private boolean sent(Claimed claimed) {
        var zone = directories.of(claimed.tenant()).zone();
        var manner = manners.of(claimed.tenant(), claimed.person());
        var gateway = gateway(claimed);
        if (gateway.isEmpty()) {
            deliveries.failed(claimed, "notices.answer.no-gateway");
            return true;
        }
        var quiet = claimed.channel() == Channel.ROBOT ? gateway.get().quiet() : manner.quiet();
        var now = deliveries.now();
        var awake = quiet.earliest(now, zone);
        if (awake.isAfter(now)) {
            deliveries.postpone(claimed, awake);
            return true;
        }
        var letter = Letters.in(claimed.channel() == Channel.ROBOT ? Manner.usual(0).locale() : manner.locale(), () -> letter(claimed, manner, gateway.get()));
        if (letter.isEmpty()) return true;
        return mark(claimed, Letters.in(manner.locale(), () -> carriers.carry(claimed, letter.get(), gateway.get())));
    }

    private boolean mark(Claimed claimed, Outcome outcome) {
        switch (outcome) {
            case Outcome.Sent sent -> deliveries.sent(claimed, sent.answer());
            case Outcome.Refused refused -> {
                log.warn("The message {} by {} was refused: {}", claimed.message(), claimed.channel(), refused.answer());
                deliveries.failed(claimed, refused.answer());
            }
            case Outcome.Delayed delayed -> deliveries.again(claimed, delayed.answer());
            case Outcome.Unreachable unreachable -> {
                log.warn("Messages by {} of government {} wait, since the other side does not take them: {}", claimed.channel(), claimed.tenant(), unreachable.answer());
                deliveries.again(claimed, unreachable.answer());
            }
        }
        return !(outcome instanceof Outcome.Unreachable);
    }

    private Optional<Gateway> gateway(Claimed claimed) {
        return switch (claimed.channel()) {
            case MAIL, DIGEST -> gateways.of(claimed.tenant(), Gateway.Kind.MAIL);
            case SMS -> gateways.of(claimed.tenant(), Gateway.Kind.SMS);
            case ROBOT -> gateways.of(claimed.tenant(), claimed.rows().getFirst().getGateway()).filter(Gateway::active);
        };
    }

    private Optional<Letter> letter(Claimed claimed, Manner manner, Gateway gateway) {
        if (claimed.channel() == Channel.DIGEST) {
            var digest = digests.of(claimed, gateway);
            if (digest.isEmpty()) drop(claimed, claimed.rows(), "notices.answer.nothing");
            return digest;
        }
        var news = new ArrayList<Letter.Line>();
        for (var row : claimed.rows()) {
            var line = line(claimed, row, manner, gateway);
            line.ifPresent(news::add);
        }
        if (news.isEmpty()) return Optional.empty();
        var heading = claimed.channel() == Channel.ROBOT ? directories.of(claimed.tenant()).unitName(java.util.Objects.requireNonNull(gateway.unit())) : "";
        var subject = claimed.channel() == Channel.ROBOT ? say("notices.out.group", heading, news.size()) : subject(news);
        return Optional.of(new Letter(subject, List.of(new Letter.Part(heading.isEmpty() ? say("notices.out.heading") : heading, news, List.of())), letters.home()));
    }

    private static String subject(List<Letter.Line> news) {
        return news.size() == 1 ? say("notices.out.subject", news.getFirst().kind(), news.getFirst().about()) : say("notices.out.subject.many", news.size());
    }

    private Optional<Letter.Line> line(Claimed claimed, DeliveryRecord row, Manner manner, Gateway gateway) {
        var notice = sql.selectFrom(NOTICE).where(NOTICE.TENANT.eq(claimed.tenant()), NOTICE.ID.eq(row.getNotice())).fetchOptional();
        var reader = reader(claimed.tenant(), row.getPerson(), row.getPost());
        if (notice.isEmpty() || reader.isEmpty()) return dropped(claimed, row, "notices.answer.gone");
        if (notice.get().getReadAt() != null && claimed.channel() != Channel.ROBOT) return dropped(claimed, row, "notices.answer.read");
        if (!manner.wants(Kind.named(notice.get().getKind()).orElseThrow(), claimed.channel()) && claimed.channel() != Channel.ROBOT) return dropped(claimed, row, "notices.answer.unwanted");
        var seen = inbox.rows(List.of(notice.get()), reader.get());
        if (seen.isEmpty()) return dropped(claimed, row, "notices.answer.unseen");
        return Optional.of(letters.line(seen.getFirst(), gateway));
    }

    private Optional<Letter.Line> dropped(Claimed claimed, DeliveryRecord row, String why) {
        drop(claimed, List.of(row), why);
        return Optional.empty();
    }

    private void drop(Claimed claimed, List<DeliveryRecord> rows, String why) {
        deliveries.drop(claimed, rows.stream().map(DeliveryRecord::getId).toList(), why);
    }

    /** Whoever the notice was for, if they are still here and in that post. */
    private Optional<Viewer> reader(int tenant, int person, int post) {
        var directory = directories.of(tenant);
        return directory.person(person).filter(p -> p.hereOn(directory.today()))
                .flatMap(p -> directory.postsOf(person).stream().filter(held -> held.id() == post).findFirst().map(held -> directory.viewer(p, held)));
    }
}
