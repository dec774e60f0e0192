package cn.duban.hotline.channel;

import cn.duban.hotline.Categories;
import cn.duban.hotline.Point;
import cn.duban.hotline.Report;
import cn.duban.units.Directories;
import cn.duban.web.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What a platform above says of one of its orders, as a report: the same whether its machine says it or a sheet does. */
@Component
public class Orders {

    private static final List<String> PLAIN = List.of("title", "kind", "name", "address", "mail");

    private final Categories categories;
    private final Directories directories;

    Orders(Categories categories, Directories directories) {
        this.categories = categories;
        this.directories = directories;
    }

    /** @param said by the names of the door: {@code text}, {@code kind}, {@code phone}, {@code due} …, empty where nothing is said; days as ISO has them */
    public Map<String, String> typed(int tenant, UnaryOperator<String> said) {
        var typed = new HashMap<>(Map.of("channel", "platform", Report.PLACE, said.apply("place")));
        for (var name : PLAIN) typed.put(name, said.apply(name));
        var body = said.apply("text");
        var category = categories.named(said.apply("category"));
        category.ifPresent(known -> typed.put("category", known));
        if (category.isEmpty() && !said.apply("category").isEmpty()) body += "\n" + Words.in(Words.CHINESE, "hotline.platform.category", said.apply("category"));
        area(tenant, said.apply("area")).ifPresent(known -> typed.put("area", known));
        Point.of(said.apply("lat"), said.apply("long")).ifPresent(point -> typed.put(Report.POINT, point.text()));
        if (Report.callable(said.apply("phone"))) typed.put("phone", said.apply("phone"));
        for (var flag : List.of("urgent", "confidential")) if (said.apply(flag).equals("true")) typed.put(flag, "true");
        for (var day : List.of(Report.DUE_ABOVE, Report.RECEIVED)) if (!said.apply(day).isEmpty()) typed.put(day, said.apply(day));
        typed.put(Report.BODY, body);
        return typed;
    }

    /** A sub-district or district as reports know it. */
    public Optional<String> area(int tenant, String name) {
        var directory = directories.of(tenant);
        return directory.unitNamed(name).map(unit -> unit.label()).filter(Report.areas(directory)::contains);
    }

    public boolean knowsCategory(String name) {
        return categories.named(name).isPresent();
    }
}
