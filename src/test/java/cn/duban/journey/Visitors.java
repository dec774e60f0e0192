package cn.duban.journey;

import cn.duban.demo.City;
import java.util.HashMap;
import java.util.Map;

/** Who came to look, each at a browser window of their own. */
final class Visitors {

    private final Chromium chromium;
    private final int port;
    private final City.Founded city;
    private final Map<String, Visitor> here = new HashMap<>();

    Visitors(Chromium chromium, int port, City.Founded city) {
        this.chromium = chromium;
        this.port = port;
        this.city = city;
    }

    Visitor as(String login) {
        return here.computeIfAbsent(login, name -> new Visitor(chromium, port, city, name));
    }
}
