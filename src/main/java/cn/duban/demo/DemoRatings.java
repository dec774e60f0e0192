package cn.duban.demo;

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

    private final Offices offices;
    private final Services services;
    private final Directories directories;

    DemoRatings(Offices offices, Services services, Directories directories) {
        this.offices = offices;
        this.services = services;
        this.directories = directories;
    }

    void load(City.Founded city) {
        var here = directories.of(city.tenant());
        offices.set(here.unitNamed("12345热线中心").orElseThrow().id(), here.today(), here.viewer(here.person(city.administrator()).orElseThrow(), here.postsOf(city.administrator()).getFirst()));
        var now = here.today().atStartOfDay(here.zone()).toInstant();
        var then = here.today().minusMonths(1).withDayOfMonth(12).atTime(10, 0).atZone(here.zone()).toInstant();
        var said = new Level[] {Level.VERY_SATISFIED, null, Level.SATISFIED, null, Level.BASICALLY, null, Level.DISSATISFIED, Level.VERY_SATISFIED};
        for (int i = 0; i < said.length; i++) {
            visit(city, here, "then " + i, i % 2 == 0 ? "housing.handle1" : "housing.handle2", i < 5 ? "公积金提取" : "施工许可", then, said[i], "");
            visit(city, here, "now " + i, "transport.handle", "道路运输证换发", now, i == 3 ? Level.VERY_DISSATISFIED : i == 6 ? null : said[i], i == 3 ? "材料交了三次，每次说的都不一样。" : "");
        }
    }

    private void visit(City.Founded city, Directory here, String name, String login, String item, Instant at, @Nullable Level level, String words) {
        int person = Objects.requireNonNull(city.logins().get(login), login);
        var id = UUID.nameUUIDFromBytes(("demo visit " + city.tenant() + " " + name).getBytes(StandardCharsets.UTF_8));
        services.offer(new Service(city.tenant(), id, item, Offices.serving(here.postsOf(person).getFirst().unit(), here), person, null, 0, null, at));
        if (level != null) services.rate(city.tenant(), id, Services.Said.of(level, words, Rater.called()));
    }
}
