package cn.duban.hotline;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Town;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tickets of the invented city, as far as people have brought them. */
@Component
public class HotlineFixture {

    public static final String PHONE = "13812345678";
    public static final String NAME = "路小满";

    private final DeskChange desks;
    private final Intake intake;
    private final Citizen citizen;
    private final Ledger ledger;
    private final Codes codes;

    HotlineFixture(DeskChange desks, Intake intake, Citizen citizen, Ledger ledger, Codes codes) {
        this.desks = desks;
        this.intake = intake;
        this.citizen = citizen;
        this.ledger = ledger;
        this.codes = codes;
    }

    /** The hotline centre answers the line of this city. */
    public HotlineFixture opens(Town town) {
        desks.set(town.unit("12345热线中心"), town.today(), town.as("admin"));
        return this;
    }

    public Intake.Taken reported(Town town, Map<String, String> more) {
        var typed = new HashMap<>(Map.of("kind", "complaint", "channel", "web", "body", "云栖路十二号门前污水井堵了三天，污水流到路上。", "place", "云栖路", "area", "云栖街道", "category", "市政设施·排水内涝", "name", NAME, "phone", PHONE));
        typed.putAll(more);
        return intake.take(UUID.randomUUID(), intake.report(town.city.tenant(), typed), citizen.of(town.city.tenant()));
    }

    public MatterId dispatched(Town town, Map<String, String> more) {
        var id = reported(town, more).id();
        ledger.act(id, Act.of("dispatch").role("lead", town.unit("市住建局")).field("category", "市政设施·排水内涝").field("grade", "usual").due(town.today().plusDays(7)), town.as("hotline.registry"));
        return id;
    }

    public MatterId working(Town town, Map<String, String> more) {
        var id = dispatched(town, more);
        ledger.act(id, Act.of("receive"), town.as("housing.registry"));
        return id;
    }

    public MatterId replied(Town town, Map<String, String> more) {
        var id = working(town, more);
        ledger.act(id, Act.of("draft").saying("note", "污水井已经疏通，井盖已更换。"), town.as("housing.handle1"));
        ledger.act(id, Act.of("reply"), town.as("housing"));
        return id;
    }

    public String code(MatterId id) {
        return codes.issue(id);
    }
}
