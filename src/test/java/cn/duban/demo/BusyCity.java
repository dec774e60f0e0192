package cn.duban.demo;

import org.springframework.stereotype.Component;

/** The invented city as a visitor meets it: everybody may sign in, and its ledger has begun. */
@Component
public class BusyCity {

    private final City cities;
    private final DemoLedger ledger;
    private final DemoInspections inspections;

    BusyCity(City cities, DemoLedger ledger, DemoInspections inspections) {
        this.cities = cities;
        this.ledger = ledger;
        this.inspections = inspections;
    }

    public City.Founded found() {
        var city = cities.foundWithLogins();
        ledger.load(city);
        inspections.load(city);
        return city;
    }
}
