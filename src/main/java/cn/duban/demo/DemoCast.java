package cn.duban.demo;

import cn.duban.ledger.Act;
import cn.duban.ledger.Ledger;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Refusal;
import cn.duban.units.Directories;
import cn.duban.web.Viewer;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The people of the invented city, by their login, and what they do: each act once, however often a start was cut short. */
@Component
class DemoCast {

    private final Ledger ledger;
    private final Directories directories;

    DemoCast(Ledger ledger, Directories directories) {
        this.ledger = ledger;
        this.directories = directories;
    }

    Viewer as(City.Founded city, String login) {
        int person = Objects.requireNonNull(city.logins().get(login), login);
        var here = directories.of(city.tenant());
        return here.viewer(here.person(person).orElseThrow(), here.postsOf(person).getFirst());
    }

    /** What was done under the key already is not done again, however the days it names have moved since. */
    void act(City.Founded city, MatterId id, Act act, String login) {
        try {
            ledger.act(id, act, as(city, login), "demo " + id + " " + act.action());
        } catch (Refusal.Refused refused) {
            if (!refused.refusal().rule().equals("idempotency")) throw refused;
        }
    }
}
