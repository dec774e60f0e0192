package cn.duban.notices;

import cn.duban.web.Complaints;
import java.util.List;

/**
 * @param home the address of the installation that links in messages begin with; empty where none is set
 * @param now how many working days before the end people are warned today
 * @param warnings what was set here, the latest first
 * @param days as typed
 * @param since as typed
 */
public record GatewaysPage(List<Row> rows, String home, int now, List<Warning> warnings, String days, String since, Complaints complaints) {

    /** @param unit whose group, in words; empty for mail and SMS */
    public record Row(Gateway gateway, String unit) {}

    public boolean has(Gateway.Kind kind) {
        return rows.stream().anyMatch(row -> row.gateway().kind() == kind);
    }
}
