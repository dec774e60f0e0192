package cn.duban.hotline.open311;

import cn.duban.hotline.Categories;
import cn.duban.hotline.Citizen;
import cn.duban.hotline.Desks.Line;
import cn.duban.hotline.Intake;
import cn.duban.hotline.Point;
import cn.duban.hotline.Report;
import cn.duban.hotline.channel.Arrivals;
import cn.duban.hotline.channel.Arrivals.Became;
import cn.duban.hotline.channel.Arrivals.Message;
import cn.duban.hotline.channel.Incoming;
import cn.duban.hotline.open311.Clients.Client;
import cn.duban.hotline.open311.ServiceList.Service;
import cn.duban.ledger.Door;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is posted becomes a ticket, like a report by any other channel; numbers of people in its text are masked. */
@Component
class Filing {

    private static final int LONGEST = 4000;
    private static final int PLACE = 100;

    private final Intake intake;
    private final Citizen citizen;
    private final Arrivals arrivals;
    private final Incoming incoming;
    private final Categories categories;

    Filing(Intake intake, Citizen citizen, Arrivals arrivals, Incoming incoming, Categories categories) {
        this.intake = intake;
        this.citizen = citizen;
        this.arrivals = arrivals;
        this.incoming = incoming;
        this.categories = categories;
    }

    /** @param taken null where it waits for the desk @param token under which that is asked for */
    record Filed(Intake.@Nullable Taken taken, String token) {}

    /** @param key what the client calls this posting; sent once more it opens nothing. Null where it calls it nothing. */
    Filed file(Client client, Line line, Map<String, String> asked, @Nullable String key) {
        var service = service(asked);
        var typed = typed(asked, service);
        var report = intake.report(line.tenant(), typed);
        var complaints = report.complaints();
        if (!complaints.isEmpty()) throw new Fault(400, complaints.all().entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList());
        var message = new Message(line.tenant(), client.source(), key == null ? Ledger.newId().toString() : key, null, false, media(asked).orElse(null));
        var there = arrivals.find(message);
        // what is too much within the hour waits for the desk, whole, and so does what waited when it was sent once more
        if (there.isPresent() ? there.get().matter() == null : incoming.full(message)) return new Filed(null, incoming.holdMany(message, typed).toString());
        try {
            var id = there.map(Arrivals.Arrived::matter).map(MatterId::id).orElseGet(() -> arrivals.id(message));
            return new Filed(intake.take(id, report, citizen.of(line.tenant()), taken -> arrivals.note(message, Became.TICKET, taken.id().id())), "");
        } catch (Refusal.Refused refused) {
            throw new Fault(400, refused.getMessage());
        }
    }

    private Service service(Map<String, String> asked) {
        var code = value(asked, "service_code");
        if (code.isEmpty()) throw new Fault(400, Words.say("hotline.open311.service.missing"));
        return ServiceList.of(categories).find(code).orElseThrow(() -> new Fault(404, Words.say("hotline.open311.service.unknown", code)));
    }

    private static Map<String, String> typed(Map<String, String> asked, Service service) {
        var faults = new ArrayList<String>();
        var typed = new HashMap<String, String>();
        var address = value(asked, "address_string");
        var point = point(asked, faults);
        var where = Stream.of(address, value(asked, "address_id").isEmpty() ? "" : Words.say("hotline.open311.address", value(asked, "address_id"))).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        if (where.isEmpty() && point.isEmpty() && faults.isEmpty()) faults.add(Words.say("hotline.open311.location"));
        var description = value(asked, "description");
        if (description.length() > LONGEST) faults.add(Words.say("hotline.report.long", LONGEST));
        if (!faults.isEmpty()) throw new Fault(400, faults);
        typed.put("channel", "app");
        typed.put("kind", attribute(asked, "kind").orElse("complaint"));
        typed.put("category", service.category());
        typed.put("body", body(description.isEmpty() ? service.name() + "：" + (where.isEmpty() ? point.orElseThrow().text() : where) : description, where));
        typed.put("place", where.length() <= PLACE ? where : where.substring(0, PLACE));
        point.ifPresent(at -> typed.put("point", at.text()));
        typed.put("name", name(value(asked, "first_name"), value(asked, "last_name")));
        // a telephone of another country is no reason to refuse what is reported
        typed.put(Report.callable(value(asked, "phone")) ? "phone" : "other", value(asked, "phone"));
        typed.put("mail", value(asked, "email"));
        for (var name : List.of("area", "confidential", "anonymous")) attribute(asked, name).ifPresent(said -> typed.put(name, said));
        typed.put("mask", "true");
        return typed;
    }

    /** What is too long for a place is not lost. */
    private static String body(String text, String where) {
        return where.length() <= PLACE ? text : text + "\n" + where;
    }

    private static Optional<Point> point(Map<String, String> asked, List<String> faults) {
        var latitude = value(asked, "lat");
        var longitude = value(asked, "long");
        if (latitude.isEmpty() && longitude.isEmpty()) return Optional.empty();
        var point = Point.of(latitude, longitude);
        if (point.isEmpty()) faults.add(Words.say("hotline.open311.point", latitude, longitude));
        return point;
    }

    private static Optional<String> attribute(Map<String, String> asked, String code) {
        return Optional.of(value(asked, "attribute[" + code + "]")).filter(said -> !said.isEmpty());
    }

    /** Chinese names begin with the family's. */
    private static String name(String first, String last) {
        var western = (first + last).chars().allMatch(c -> c < 0x2E80);
        return (western ? first + " " + last : last + first).strip();
    }

    private static Optional<String> media(Map<String, String> asked) {
        return Optional.of(Door.masked(value(asked, "media_url"))).filter(url -> url.matches("https?://\\S{1,800}"));
    }

    static String value(Map<String, String> asked, String name) {
        return asked.getOrDefault(name, "").strip();
    }
}
