package cn.duban.hotline.platform;

import cn.duban.crypto.Sealer;
import cn.duban.hotline.Desks;
import cn.duban.hotline.Report;
import cn.duban.hotline.Ticket;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.channel.Answers;
import cn.duban.hotline.channel.Arrivals;
import cn.duban.hotline.channel.Arrivals.Became;
import cn.duban.hotline.channel.Arrivals.Message;
import cn.duban.hotline.channel.Fit;
import cn.duban.hotline.channel.Hooks;
import cn.duban.hotline.channel.Incoming;
import cn.duban.hotline.channel.Orders;
import cn.duban.ledger.Act;
import cn.duban.ledger.Door;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.sheets.RowDoor;
import cn.duban.sheets.Target;
import cn.duban.web.Viewer;
import cn.duban.web.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders of platforms above that come as a sheet: the same tickets, under the same numbers, as by their machines. */
@Component
class PlatformRows implements RowDoor {

    private final Desks desks;
    private final Hooks hooks;
    private final Orders orders;
    private final Incoming incoming;
    private final Arrivals arrivals;
    private final Answers answers;
    private final HandBacks handBacks;
    private final Tickets tickets;
    private final Sealer sealer;

    PlatformRows(Desks desks, Hooks hooks, Orders orders, Incoming incoming, Arrivals arrivals, Answers answers, HandBacks handBacks, Tickets tickets, Sealer sealer) {
        this.sealer = sealer;
        this.desks = desks;
        this.hooks = hooks;
        this.orders = orders;
        this.incoming = incoming;
        this.arrivals = arrivals;
        this.answers = answers;
        this.handBacks = handBacks;
        this.tickets = tickets;
    }

    @Override
    public String type() {
        return Tickets.TYPE;
    }

    @Override
    public String dueField() {
        return Report.DUE_ABOVE;
    }

    @Override
    public List<Source> sources(Viewer viewer) {
        return desks.answers(viewer) ? hooks.platforms(viewer.tenant()) : List.of();
    }

    @Override
    public List<Target> columns() {
        return OrderWords.ALL.stream().map(word -> new Target(word, Words.say("hotline.order." + word))).toList();
    }

    @Override
    public Optional<String> meaning(String column) {
        return OrderWords.meaning(column);
    }

    @Override
    public boolean personal(String word) {
        return OrderWords.PERSONAL.contains(word);
    }

    private Map<String, String> typed(int tenant, Row row) {
        return orders.typed(tenant, name -> said(row, name));
    }

    private static String said(Row row, String name) {
        var word = row.words().getOrDefault(name, "");
        return switch (name) {
            case "title" -> row.title();
            case Report.DUE_ABOVE -> row.due() == null ? "" : row.due().toString();
            case Report.RECEIVED -> row.received() == null ? "" : row.received().toString();
            case "text" -> (word + "\n" + row.body()).strip();
            case "kind" -> OrderWords.kind(word);
            case "urgent", "confidential" -> String.valueOf(OrderWords.yes(word));
            default -> word;
        };
    }

    @Override
    public Understood understand(int tenant, String source, Row row) {
        var report = incoming.report(tenant, typed(tenant, row));
        var key = arrivals.id(message(tenant, source, row.number()));
        var opening = report.opening(key);
        var fields = new HashMap<>(opening.fields());
        fields.remove("channel");
        return new Understood(key.toString(), opening.title(), opening.body(), fields, people(tenant, row), back(row), wrong(tenant, row, report));
    }

    private String people(int tenant, Row row) {
        var words = OrderWords.PERSONAL.stream().sorted().map(word -> row.words().getOrDefault(word, "")).toList();
        return words.stream().allMatch(String::isEmpty) ? "" : HexFormat.of().formatHex(sealer.index(tenant + "\n" + String.join("\n", words), "platform order"));
    }

    private static Message message(int tenant, String source, String number) {
        return Message.of(tenant, source, number, null);
    }

    private static String back(Row row) {
        var verdict = row.words().getOrDefault("verdict", "");
        if (!OrderWords.sentBack(verdict)) return "";
        var reason = row.words().getOrDefault("reason", "");
        return Door.masked(reason.isEmpty() ? verdict : reason);
    }

    /** What a machine leaves out a person is asked about: somebody has the sheet and can mend it. No sentence says what stands in the cell. */
    private List<Wrong> wrong(int tenant, Row row, Report report) {
        var wrong = new ArrayList<Wrong>();
        var words = row.words();
        if (said(row, "text").isEmpty()) wrong.add(said(Target.DOOR + "text", true, "hotline.order.text.missing"));
        if (words.getOrDefault("phone", "").matches(".*\\d.*") && !Report.callable(words.get("phone"))) wrong.add(said(Target.DOOR + "phone", true, "hotline.order.phone.wrong"));
        if (!words.getOrDefault("area", "").isEmpty() && orders.area(tenant, words.get("area")).isEmpty()) wrong.add(said(Target.DOOR + "area", false, "hotline.order.area.unknown"));
        if (!words.getOrDefault("category", "").isEmpty() && !orders.knowsCategory(words.get("category"))) wrong.add(said(Target.DOOR + "category", false, "hotline.order.category.unknown"));
        report.complaints().all().forEach((field, told) -> wrong.add(new Wrong(field.equals(Report.TITLE) ? field : Target.DOOR + (field.equals(Report.BODY) ? "text" : field), true, told, told)));
        return wrong;
    }

    private static Wrong said(String target, boolean stops, String key) {
        return new Wrong(target, stops, Words.in(Words.CHINESE, key), Words.in(Locale.ENGLISH, key));
    }

    @Override
    public Map<String, Optional<UUID>> there(int tenant, String source, Collection<String> numbers) {
        return arrivals.found(tenant, source, numbers);
    }

    @Override
    public Optional<UUID> take(int tenant, String source, Row row) {
        var arrived = incoming.take(message(tenant, source, row.number()), typed(tenant, row), null);
        return arrived.became() == Became.TICKET ? Optional.ofNullable(arrived.matter()).map(MatterId::id) : Optional.empty();
    }

    /** What is sent back is an answer that the platform has: each is done again once, however often the sheet says so. */
    @Override
    public @Nullable Refusal against(MatterId matter) {
        var ticket = tickets.find(matter).orElse(null);
        if (ticket == null) return refused("hotline.order.back.gone");
        if (ticket.joined()) return refused("hotline.order.back.joined");
        var answer = ticket.answer().map(Ticket.Reply::no).orElse(0);
        if (answer == 0) return refused("hotline.order.back.open");
        return handBacks.has(matter, answer) || answers.sent(matter, "platform", answer) ? null : refused("hotline.order.back.before");
    }

    private static Refusal refused(String key) {
        return new Refusal("state", Words.in(Words.CHINESE, key), Words.in(Locale.ENGLISH, key), List.of(), List.of());
    }

    @Override
    public Act again(MatterId matter, String why) {
        var replied = tickets.find(matter).filter(ticket -> ticket.state().equals("replied")).isPresent();
        var act = Act.of(replied ? "send-back" : "redo").saying("reason", cut(Ticket.SENT_BACK + why));
        return replied ? act : act.field("pleased", "").field("displeased", "");
    }

    @Override
    public Act told(String what) {
        return Act.of("amend").saying("note", cut(what));
    }

    private static String cut(String text) {
        return Fit.cut(Door.masked(text), Fit.ADDITION);
    }
}
