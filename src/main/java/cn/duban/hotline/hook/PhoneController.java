package cn.duban.hotline.hook;

import cn.duban.hotline.Desks;
import cn.duban.hotline.Report;
import cn.duban.ledger.MatterId;
import cn.duban.ledger.Personal;
import cn.duban.units.Directories;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the exchange tells of a call: {@code {"id", "event": "ringing"|"answered"|"ended", "from", "agent", "at"}}. */
@RestController
@RequestMapping("/api/hotline/hooks/{key:\\d{1,9}-\\d{1,9}}/calls")
class PhoneController {

    private static final Set<String> EVENTS = Set.of("ringing", "answered", "ended");

    private final Knocking knocking;
    private final Rings rings;
    private final CallLengths lengths;
    private final Desks desks;
    private final Directories directories;
    private final Clock clock;

    PhoneController(Knocking knocking, Rings rings, CallLengths lengths, Desks desks, Directories directories, Clock clock) {
        this.knocking = knocking;
        this.rings = rings;
        this.lengths = lengths;
        this.desks = desks;
        this.directories = directories;
        this.clock = clock;
    }

    @PostMapping
    Map<String, String> tell(@PathVariable String key, HttpServletRequest request) throws IOException {
        var knock = knocking.posted(key, "phone", request);
        var event = knock.needed("event");
        if (!EVENTS.contains(event)) throw Refused.invalid("hotline.hook.field", Words.say("hotline.hook.field", "event"), Words.say("hotline.hook.next"));
        var tenant = knock.hook().tenant();
        var from = knock.text("from");
        var id = rings.tell(knock.hook(), knock.needed("id"), event, Report.callable(from) ? Personal.plain(from) : "", agent(tenant, knock.text("agent")), at(knock.text("at")));
        if (event.equals("ended")) lengths.write(new MatterId(tenant, id));
        return Map.of("call", id.toString());
    }

    /** Somebody of the desk by their name, where only one there has it. */
    private @Nullable Integer agent(int tenant, String name) {
        if (name.isEmpty()) return null;
        var directory = directories.of(tenant);
        var named = directory.peopleNamed(name).stream().filter(person -> desks.unit(tenant).filter(desk -> directory.postsOf(person.id()).stream().anyMatch(post -> directory.within(post.unit(), desk))).isPresent()).toList();
        return named.size() == 1 ? named.getFirst().id() : null;
    }

    private Instant at(String said) {
        try {
            return said.isEmpty() ? clock.instant() : OffsetDateTime.parse(said).toInstant();
        } catch (DateTimeException noTime) {
            throw Refused.invalid("hotline.hook.field", Words.say("hotline.hook.field", "at"), Words.say("hotline.hook.next"));
        }
    }
}
