package cn.duban.units;

import cn.duban.web.Refused;
import cn.duban.web.Words;
import org.springframework.http.HttpStatus;

/** What the register does not allow, by the name of the rule: {@code units.refused.<rule>} says it, {@code ….next} what to do. */
final class Refusals {

    private Refusals() {}

    static Refused refuse(String rule, Object... arguments) {
        var key = "units.refused." + rule;
        return new Refused(HttpStatus.CONFLICT, "units." + rule, Words.say(key, arguments), Words.say(key + ".next", arguments));
    }
}
