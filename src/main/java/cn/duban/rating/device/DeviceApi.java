package cn.duban.rating.device;

import cn.duban.ledger.Door;
import cn.duban.ledger.Refusal;
import cn.duban.rating.Level;
import cn.duban.rating.Links;
import cn.duban.rating.Rater;
import cn.duban.rating.Service;
import cn.duban.rating.Services;
import cn.duban.units.Directories;
import cn.duban.units.Person;
import cn.duban.web.Refused;
import cn.duban.web.Words;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code PUT /api/v1/devices/visits/{id}}: a device at a window says whom it served under an id of its own, and what was said about it, at once or later. The
 * same request again answers the same; a visit is rated once.
 */
@RestController
@RequestMapping("/api/v1/devices")
@Tag(name = "ratings")
class DeviceApi {

    private final Services services;
    private final Links links;
    private final Directories directories;
    private final Clock clock;

    DeviceApi(Services services, Links links, Directories directories, Clock clock) {
        this.services = services;
        this.links = links;
        this.directories = directories;
        this.clock = clock;
    }

    /** @param clerk name of whoever served, of the device's unit @param level 5 to 1; null while nobody said anything, or where they walk away */
    record Visit(@Nullable String item, @Nullable String clerk, @Nullable Integer level, @Nullable String words) {}

    /** @param link on which it may be rated on a telephone, while it is not */
    record Kept(UUID id, String item, String unit, @Nullable Integer level, @Nullable String link) {}

    @PutMapping("/visits/{id}")
    @Operation(operationId = "keepVisit", summary = "评价器：一次服务和对它的评价 / A device at a window: one visit and what was said about it")
    Kept keep(@PathVariable UUID id, @RequestBody Visit visit, @Parameter(hidden = true) Authentication carried) {
        var device = (Device) Objects.requireNonNull(carried.getPrincipal());
        var service = services.find(device.tenant(), id).orElseGet(() -> served(id, visit, device));
        if (!device.id().equals(service.device())) throw Refused.conflict("rating.device.other", Words.say("rating.device.other"), Words.say("rating.device.other.next"));
        var level = visit.level() == null ? null : Level.of(visit.level()).orElseThrow(() -> invalid("level"));
        if (level != null) {
            var words = text(Objects.requireNonNullElse(visit.words(), ""), 500, "words");
            services.rate(device.tenant(), id, Services.Said.of(level, words, new Rater(Rater.Channel.DEVICE, "device " + device.id(), false)));
        }
        var stands = services.level(device.tenant(), id);
        if (level != null && stands.filter(level::equals).isEmpty()) throw Refused.conflict("rating.rated", Words.say("rating.rated"), Words.say("rating.rated.next"));
        return new Kept(id, service.item(), directories.of(device.tenant()).unitName(service.unit()), stands.map(Level::points).orElse(null), stands.isPresent() ? null : links.whole(links.path(device.tenant(), id)));
    }

    /** What is no JSON, or has names that nobody knows. */
    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, Words.say("rating.device.next"));
        problem.setTitle(Words.say("rating.device.json"));
        return problem;
    }

    private Service served(UUID id, Visit visit, Device device) {
        var item = text(Objects.requireNonNullElse(visit.item(), ""), Service.LONGEST_ITEM, "item");
        if (item.isBlank()) throw invalid("item");
        var service = new Service(device.tenant(), id, item, device.unit(), visit.clerk() == null || visit.clerk().isBlank() ? null : clerk(visit.clerk().strip(), device), null, 0, device.id(), clock.instant());
        services.offer(service);
        return services.find(device.tenant(), id).orElseThrow();
    }

    private Integer clerk(String name, Device device) {
        var directory = directories.of(device.tenant());
        var found = directory.peopleNamed(name).stream().filter(person -> directory.postsOf(person.id()).stream().anyMatch(post -> directory.within(post.unit(), device.unit()))).map(Person::id).toList();
        if (found.size() != 1) throw invalid("clerk");
        return found.getFirst();
    }

    private static String text(String typed, int most, String field) {
        if (typed.length() > most) throw invalid(field);
        var masked = Door.masked(typed.strip());
        try {
            Door.check(masked);
        } catch (Refusal.Refused refused) {
            throw invalid(field);
        }
        return masked;
    }

    private static Refused invalid(String field) {
        return Refused.invalid("rating.device." + field, Words.say("rating.device." + field), Words.say("rating.device.next"));
    }
}
