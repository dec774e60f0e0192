package cn.duban.demo;

import cn.duban.ledger.Act;
import cn.duban.rating.Level;
import cn.duban.rating.Offices;
import cn.duban.rating.Rater;
import cn.duban.rating.Service;
import cn.duban.rating.Services;
import cn.duban.units.Directories;
import cn.duban.units.Directory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Visits to windows of the invented city, last month and this one: most not rated, most ratings good, one very bad. */
@Component
class DemoRatings {

    private static final String PHONE = "13800000040";

    private final Offices offices;
    private final Services services;
    private final Directories directories;
    private final DemoCast cast;

    DemoRatings(Offices offices, Services services, Directories directories, DemoCast cast) {
        this.offices = offices;
        this.services = services;
        this.directories = directories;
        this.cast = cast;
    }

    void load(City.Founded city) {
        var here = directories.of(city.tenant());
        offices.set(here.unitNamed("12345热线中心").orElseThrow().id(), here.today(), here.viewer(here.person(city.administrator()).orElseThrow(), here.postsOf(city.administrator()).getFirst()));
        var now = here.today().atStartOfDay(here.zone()).toInstant();
        var then = here.today().minusMonths(1).withDayOfMonth(12).atTime(10, 0).atZone(here.zone()).toInstant();
        var said = new Level[] {Level.VERY_SATISFIED, null, Level.SATISFIED, null, Level.BASICALLY, null, Level.DISSATISFIED, Level.VERY_SATISFIED};
        for (int i = 0; i < said.length; i++) {
            visit(city, here, "then " + i, i % 2 == 0 ? "housing.handle1" : "housing.handle2", i < 5 ? "公积金提取" : "施工许可", then, said[i], "");
            var today = visit(city, here, "now " + i, "transport.handle", "道路运输证换发", now, i == 3 ? Level.VERY_DISSATISFIED : i == 6 ? null : said[i], i == 3 ? "材料交了三次，每次说的都不一样。" : "");
            if (i == 3) rectify(city, here, today);
        }
    }

    /** The very bad one: the rater was contacted, and the unit is at work on it. */
    private void rectify(City.Founded city, Directory here, UUID visit) {
        var bad = services.rectification(city.tenant(), visit).orElseThrow();
        var lead = services.find(city.tenant(), visit).orElseThrow().unit();
        cast.act(city, bad, Act.of("contact").role("lead", lead).due(here.today().plusDays(10)).saying("note", "评价人说三次要的材料都不一样，希望一次说清。"), "hotline.registry");
        cast.act(city, bad, Act.of("report").saying("note", "已把材料清单张贴在窗口并在网上公布，正在培训窗口人员。"), "transport.handle");
    }

    private UUID visit(City.Founded city, Directory here, String name, String login, String item, Instant at, @Nullable Level level, String words) {
        int person = Objects.requireNonNull(city.logins().get(login), login);
        var id = UUID.nameUUIDFromBytes(("demo visit " + city.tenant() + " " + name).getBytes(StandardCharsets.UTF_8));
        services.offer(new Service(city.tenant(), id, item, Offices.serving(here.postsOf(person).getFirst().unit(), here), person, null, 0, null, at));
        if (level != null) services.rate(city.tenant(), id, new Services.Said(level, words, Rater.called(), words.isEmpty() ? "" : PHONE, false));
        return id;
    }
}
