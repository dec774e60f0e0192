package cn.duban.demo;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Opening;
import cn.duban.ledger.Refusal;
import cn.duban.ledger.Secrecy;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One suggestion of a deputy with two co-handlers, in the middle of its way: one opinion is in, the other is not, and the deputy was called on. */
@Component
class DemoSuggestion {

    private final Ledger ledger;
    private final Directories directories;

    DemoSuggestion(Ledger ledger, Directories directories) {
        this.ledger = ledger;
        this.directories = directories;
    }

    void load(City.Founded city) {
        var here = directories.of(city.tenant());
        var opening = new Opening(UUID.nameUUIDFromBytes(("demo suggestion " + city.tenant()).getBytes(StandardCharsets.UTF_8)), "proposal", "deputy-suggestion", "关于整治城区内河黑臭水体、建设沿河步道的建议",
                "城区内河汛期反味，沿河步道断点多，群众散步须绕行。建议：一、排查沿河排水口，限期封堵；二、打通步道断点；三、建立日常清淤制度。",
                Map.of("session", "十八届三次会议", "serial", "12", "proposers", "宁静", "joint", "卓远、舒朗", "category", "ecology", "key", "true", "open", "true"),
                Map.of(), null, null, null, 0, Secrecy.INTERNAL, false, null, null);
        var id = ledger.open(opening, as("inspect", city, here), "demo suggestion").id();
        act(id, Act.of("assign").role("leader", as("vice1", city, here).post()).role("lead", as("eco", city, here).unit()).role("assist", List.of(as("housing", city, here).unit(), as("finance", city, here).unit())), "inspect", city, here);
        act(id, Act.of("receive"), "eco.registry", city, here);
        act(id, Act.of("receive").on(2), "housing.registry", city, here);
        act(id, Act.of("receive").on(3), "finance.registry", city, here);
        act(id, Act.of("answer").on(2).saying("note", "沿河步道断点3处已列入市政设施年度维修计划，管网混接点由我局会同排查。"), "housing.registry", city, here);
        act(id, Act.of("accept").on(2), "eco.handle", city, here);
        act(id, Act.of("contact").field("contact-on", here.today().toString()).field("contact-way", "site").field("contact-with", "领衔代表及附议代表").saying("note", "与代表一同沿河察看，代表希望汛期之前先封堵排水口，并公开清淤安排。"), "eco.handle", city, here);
    }

    /** Whoever was stopped on the way begins anew and does only what is missing. */
    private void act(MatterId id, Act act, String login, City.Founded city, Directory here) {
        try {
            ledger.act(id, act, as(login, city, here), "demo " + id + " " + act.action() + " " + Objects.requireNonNullElse(act.assignment(), 0));
        } catch (Refusal.Refused refused) {
            if (!refused.refusal().rule().equals("idempotency")) throw refused;
        }
    }

    private static Viewer as(String login, City.Founded city, Directory here) {
        int person = Objects.requireNonNull(city.logins().get(login), login);
        return here.viewer(here.person(person).orElseThrow(), here.postsOf(person).getFirst());
    }
}
