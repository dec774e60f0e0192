package cn.duban.hotline.open311;

import cn.duban.hotline.JoinedAnswers;
import cn.duban.hotline.JoinedAnswers.Reading;
import cn.duban.hotline.Point;
import cn.duban.hotline.Tickets;
import cn.duban.hotline.open311.ServiceRequests.Found;
import cn.duban.hotline.open311.ServiceRequests.Told;
import cn.duban.ledger.MatterTypes;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.web.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tickets as the specification writes service requests: in full for who brought them, for everybody else what their type declares public. */
@Component
class Shown {

    private static final DateTimeFormatter W3 = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    private final ServiceRequests requests;
    private final MatterTypes types;
    private final Directories directories;
    private final JoinedAnswers joined;

    Shown(ServiceRequests requests, MatterTypes types, Directories directories, JoinedAnswers joined) {
        this.requests = requests;
        this.types = types;
        this.directories = directories;
        this.joined = joined;
    }

    List<Map<String, Object>> all(int tenant, List<Found> found, ServiceList services) {
        var told = requests.told(tenant, found.stream().filter(Found::own).map(Found::goesOn).toList());
        var readings = joined.readings(tenant, found.stream().filter(one -> one.own() && !one.goesOn().equals(one.id())).map(Found::goesOn).collect(Collectors.toSet()));
        var open = Set.copyOf(types.current(tenant, Tickets.TYPE).type().shown());
        var directory = directories.of(tenant);
        return found.stream().map(one -> tree(one, services, open, one.own() ? read(one, told.get(one.goesOn()), readings) : null, directory)).toList();
    }

    /** Who brought what was joined to another one reads the answer as callers of joined tickets do. */
    private static @Nullable String read(Found found, @Nullable Told told, Map<UUID, Reading> readings) {
        if (told == null) return null;
        return found.goesOn().equals(found.id()) ? told.text() : readings.get(found.goesOn()).text(told.entry(), told.text());
    }

    private static Map<String, Object> tree(Found found, ServiceList services, Set<String> open, @Nullable String told, Directory directory) {
        var see = new Sight(found, open);
        var service = services.under(see.category());
        var point = see.field("point") == null ? null : Point.read(String.valueOf(see.field("point"))).orElse(null);
        var tree = new LinkedHashMap<String, Object>();
        tree.put("service_request_id", found.number());
        tree.put("status", found.open() ? "open" : "closed");
        tree.put("status_notes", told == null || told.isEmpty() ? state(found) : state(found) + "：" + told);
        tree.put("service_name", service.name());
        tree.put("service_code", service.code());
        tree.put("description", see.of("body", found.body()));
        tree.put("agency_responsible", see.of("lead", found.lead() == null ? null : directory.unitName(found.lead())));
        tree.put("service_notice", null);
        tree.put("requested_datetime", time(found.openedAt(), directory.zone()));
        tree.put("updated_datetime", time(!found.open() && found.settledAt() != null ? found.settledAt() : found.changedAt(), directory.zone()));
        tree.put("expected_datetime", see.of("due", time(found.dueAt(), directory.zone())));
        tree.put("address", see.field("place"));
        tree.put("address_id", null);
        tree.put("zipcode", null);
        tree.put("lat", point == null ? null : point.latitude());
        tree.put("long", point == null ? null : point.longitude());
        tree.put("media_url", found.own() ? found.media() : null);
        return tree;
    }

    private static String state(Found found) {
        return Words.say("hotline.state." + (found.phase().equals("void") ? "void" : found.state()));
    }

    private static @Nullable String time(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : W3.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
    }

    private record Sight(Found found, Set<String> open) {

        @Nullable Object of(String name, @Nullable Object value) {
            return found.own() || open.contains(name) ? value : null;
        }

        @Nullable Object field(String name) {
            return of(name, found.fields().get(name));
        }

        /** What nobody may know the category of stands under what fits none. */
        String category() {
            return of("category", found.fields().get("category")) instanceof String known ? known : "";
        }
    }
}
