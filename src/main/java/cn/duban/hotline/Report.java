package cn.duban.hotline;

import cn.duban.ledger.Door;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Personal;
import cn.duban.ledger.Personal.Kind;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.type.MatterType;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import cn.duban.web.Complaints;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What somebody reports, as it was typed: on the agent's screen or on the public form, or read out of what another channel brought. Pure.
 *
 * <p>Numbers of people in the texts are refused, with the offer to mask them: {@code mask} then does so.
 *
 * @param typed by the names of the form's fields
 */
public record Report(Map<String, String> typed, MatterType type, Categories categories, Directory directory) {

    public static final String TITLE = "title";
    public static final String BODY = "body";
    public static final String PLACE = "place";
    public static final String POINT = "point";
    public static final String MASK = "mask";

    /** Until when a platform above wants an answer, as ISO has it: a field of the ticket. */
    public static final String DUE_ABOVE = "due-above";

    /** The day on which it handed the order down. */
    public static final String RECEIVED = "received";

    private static final List<String> TEXTS = List.of(TITLE, BODY, PLACE);
    private static final List<String> CHOSEN = List.of("channel", "kind", "area", "category");
    private static final int LONGEST_TITLE = 40;
    private static final Map<String, Integer> LONGEST = Map.of(TITLE, 100, BODY, 5000, PLACE, 100, "name", 50, "address", 200, "mail", 200, "account", 200, "other", 200);

    public String value(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    public boolean ticked(String name) {
        return value(name).equals("true");
    }

    /** A text as it goes on the ledger. */
    String text(String name) {
        return ticked(MASK) ? Door.masked(value(name)) : value(name);
    }

    /** Whether masking is to be offered: numbers of people stand in a text. */
    public boolean numbered() {
        return TEXTS.stream().anyMatch(name -> !Door.masked(value(name)).equals(value(name)));
    }

    /** The sub-districts and districts that something can be in. */
    public List<String> areas() {
        return areas(directory);
    }

    public static List<String> areas(Directory directory) {
        return directory.below(directory.root().id()).stream().flatMap(id -> directory.unit(id).stream()).filter(unit -> unit.kind() == Unit.Kind.DISTRICT || unit.kind() == Unit.Kind.SUBDISTRICT).map(Unit::label).toList();
    }

    public Complaints complaints() {
        var complaints = new Complaints();
        complaints.addIf(!choices("kind").contains(value("kind")), "kind", "hotline.report.kind.missing");
        complaints.addIf(!choices("channel").contains(value("channel")), "channel", "hotline.report.channel.missing");
        complaints.addIf(value(BODY).length() < 4, BODY, "hotline.report.body.missing");
        complaints.addIf(!value("category").isEmpty() && !categories.knows(value("category")), "category", "hotline.report.category.wrong");
        complaints.addIf(!value("area").isEmpty() && !areas().contains(value("area")), "area", "hotline.report.area.wrong");
        complaints.addIf(!value("phone").isEmpty() && !callable(value("phone")), "phone", "hotline.report.phone.wrong");
        complaints.addIf(!value(POINT).isEmpty() && Point.read(value(POINT)).isEmpty(), POINT, "hotline.report.point.wrong");
        LONGEST.forEach((name, most) -> complaints.addIf(value(name).length() > most, name, "hotline.report.long", most));
        TEXTS.forEach(name -> kept(name, complaints));
        for (var name : List.of("name", "address", "mail", "account", "other")) complaints.addIf(value(name).codePoints().anyMatch(Character::isISOControl), name, "hotline.report.control");
        return complaints;
    }

    private void kept(String name, Complaints complaints) {
        if (!ticked(MASK) && !Door.masked(value(name)).equals(value(name))) {
            complaints.add(name, "hotline.report.numbered", Door.masked(value(name)));
            return;
        }
        try {
            Door.check(text(name));
        } catch (Refusal.Refused refused) {
            complaints.add(name, "hotline.report.refused", refused.getMessage());
        }
    }

    /** A mobile number, or one with or without its area code. */
    public static boolean callable(String phone) {
        return Personal.plain(phone).matches("1[3-9]\\d{9}|0\\d{9,11}|[2-9]\\d{6,7}|400\\d{7}");
    }

    private Set<String> choices(String field) {
        return Objects.requireNonNull(type.fields().get(field)).choices().keySet();
    }

    /** What the ticket is called: as somebody called it, else its beginning. */
    String title() {
        if (!value(TITLE).isEmpty()) return text(TITLE);
        var first = Stream.of(text(BODY).split("[。！？!?；;\\n\\r]")).map(String::strip).filter(part -> !part.isEmpty()).findFirst().orElse(text(BODY));
        return first.length() <= LONGEST_TITLE ? first : first.substring(0, LONGEST_TITLE) + "…";
    }

    public Opening opening(UUID id) {
        var fields = new LinkedHashMap<String, String>();
        for (var name : CHOSEN) if (!value(name).isEmpty()) fields.put(name, value(name));
        if (!value(PLACE).isEmpty()) fields.put(PLACE, text(PLACE));
        Point.read(value(POINT)).ifPresent(point -> fields.put(POINT, point.text()));
        var above = value("channel").equals("platform");
        if (above && !value(DUE_ABOVE).isEmpty()) fields.put(DUE_ABOVE, value(DUE_ABOVE));
        for (var flag : List.of("urgent", "confidential")) if (ticked(flag)) fields.put(flag, "true");
        return new Opening(id, Tickets.LEDGER, Tickets.TYPE, title(), text(BODY), fields, Map.of(), null, above && !value(RECEIVED).isEmpty() ? LocalDate.parse(value(RECEIVED)) : null, null, 0, Secrecy.INTERNAL, false, null, null);
    }

    /** Who reported, for the sealed table and nothing else; nothing of somebody who wants to stay unknown. */
    Map<Kind, String> caller() {
        var caller = new EnumMap<Kind, String>(Kind.class);
        if (ticked("anonymous")) return caller;
        if (!value("name").isEmpty()) caller.put(Kind.NAME, value("name"));
        if (!value("phone").isEmpty()) caller.put(Kind.PHONE, value("phone"));
        if (!value("address").isEmpty()) caller.put(Kind.ADDRESS, value("address"));
        if (!value("mail").isEmpty()) caller.put(Kind.MAIL, value("mail"));
        if (!value("other").isEmpty()) caller.put(Kind.OTHER, value("other"));
        if (!value("account").isEmpty()) caller.put(Kind.ACCOUNT, value("account"));
        return caller;
    }
}
