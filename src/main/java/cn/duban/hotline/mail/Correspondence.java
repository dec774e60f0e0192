package cn.duban.hotline.mail;

import cn.duban.evidence.EvidenceFiles;
import cn.duban.evidence.EvidenceKind;
import cn.duban.evidence.EvidenceRefused;
import cn.duban.evidence.Receipt;
import cn.duban.hotline.Additions;
import cn.duban.hotline.Citizen;
import cn.duban.hotline.channel.Answers;
import cn.duban.hotline.channel.Arrivals;
import cn.duban.hotline.channel.Arrivals.Became;
import cn.duban.hotline.channel.Arrivals.Message;
import cn.duban.hotline.channel.Fit;
import cn.duban.hotline.channel.Incoming;
import cn.duban.ledger.Act;
import cn.duban.ledger.Door;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Personal.Kind;
import cn.duban.notices.Outward;
import cn.duban.web.Words;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What one mail becomes. */
@Component
class Correspondence {

    static final String SOURCE = "mail";

    private static final int FILES = 10;
    private static final int NAMES = 1000;
    private static final Pattern OURS = Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@.*>");

    private final Incoming incoming;
    private final Arrivals arrivals;
    private final Answers answers;
    private final Personal personal;
    private final EvidenceFiles files;
    private final Citizen citizen;
    private final Outward outward;
    private final Additions additions;

    Correspondence(Incoming incoming, Arrivals arrivals, Answers answers, Personal personal, EvidenceFiles files, Citizen citizen, Outward outward, Additions additions) {
        this.incoming = incoming;
        this.arrivals = arrivals;
        this.answers = answers;
        this.personal = personal;
        this.files = files;
        this.citizen = citizen;
        this.outward = outward;
        this.additions = additions;
    }

    /** Brought again, because the round before was cut short, it becomes nothing new, and what was missing of it is made up for. */
    void take(Mailbox box, Letter letter) throws MessagingException, IOException {
        var message = Message.of(box.tenant(), SOURCE, letter.id(), letter.from());
        if (letter.automatic() || own(box, letter.from())) {
            incoming.ignore(message);
            return;
        }
        var earlier = earlier(box.tenant(), letter);
        var typed = new HashMap<>(Map.of("channel", "mailbox", "title", letter.subject(), "body", earlier == null ? letter.text() : letter.fresh(), "mail", letter.from()));
        if (letter.name().length() <= 50) typed.put("name", letter.name());
        if (!letter.enclosures().isEmpty()) typed.put(Incoming.ENCLOSED, Fit.cut(letter.enclosures().stream().map(Letter.Enclosure::name).collect(Collectors.joining("、")), NAMES));
        var arrived = incoming.take(message, typed, earlier);
        if (arrived.matter() != null && (arrived.became() == Became.TICKET || arrived.became() == Became.ADDITION)) enclose(message, arrived.matter(), letter);
    }

    /** Mails that left here and came back. */
    private boolean own(Mailbox box, String from) {
        return from.equalsIgnoreCase(box.address()) || outward.sender(box.tenant()).filter(from::equalsIgnoreCase).isPresent();
    }

    /** The ticket whose thread it goes on, where the same person wrote. */
    private @Nullable MatterId earlier(int tenant, Letter letter) {
        return letter.thread().stream().flatMap(id -> ticket(tenant, id).stream()).distinct()
                .filter(ticket -> letter.from().equalsIgnoreCase(personal.of(ticket).getOrDefault(Kind.MAIL, ""))).filter(additions::take).findFirst().orElse(null);
    }

    private Optional<MatterId> ticket(int tenant, String id) {
        var theirs = arrivals.find(Message.of(tenant, SOURCE, id, null)).flatMap(arrived -> Optional.ofNullable(arrived.matter()));
        if (theirs.isPresent()) return theirs;
        var ours = OURS.matcher(id);
        return ours.matches() ? answers.ticket(tenant, UUID.fromString(ours.group(1))) : Optional.empty();
    }

    /** Files under the limits of evidence. */
    private void enclose(Message message, MatterId ticket, Letter letter) throws MessagingException, IOException {
        var taken = new ArrayList<Act.Attachment>();
        var refused = new ArrayList<String>();
        var by = citizen.on(ticket);
        for (var enclosure : letter.enclosures()) {
            var name = Door.masked(enclosure.name());
            if (taken.size() >= FILES) {
                refused.add(name);
                continue;
            }
            try (var in = enclosure.part().getInputStream()) {
                taken.add(attachment(files.receive(by, name, in, enclosure.mediaType().startsWith("image/") ? EvidenceKind.PHOTO : EvidenceKind.DOCUMENT)));
            } catch (EvidenceRefused no) {
                refused.add(name + "（" + no.getMessage() + "）");
            }
        }
        if (taken.isEmpty() && refused.isEmpty()) return;
        var note = Stream.of(taken.isEmpty() ? "" : Words.in(Words.CHINESE, "hotline.mail.enclosed", taken.size()), refused.isEmpty() ? "" : Words.in(Words.CHINESE, "hotline.mail.refused", String.join("、", refused))).filter(part -> !part.isEmpty()).reduce((one, other) -> one + other).orElse("");
        additions.hang(ticket, Door.masked(note.length() <= 1000 ? note : note.substring(0, 1000)), taken, by, "files " + arrivals.id(message));
    }

    private static Act.Attachment attachment(Receipt receipt) {
        return new Act.Attachment(receipt.id().hex(), receipt.name(), receipt.kind().name(), receipt.mediaType(), receipt.size());
    }
}
