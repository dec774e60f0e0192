package cn.duban.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The address of a matter everywhere, URLs included: {@code tenant-uuid}, such as {@code 1-0199c0de-…}. */
public record MatterId(int tenant, UUID id) {

    @JsonCreator
    public static MatterId valueOf(String text) {
        var dash = text.indexOf('-');
        if (dash < 1 || text.length() - dash != 37) throw new IllegalArgumentException("Not a matter's address: " + text);
        return new MatterId(Integer.parseInt(text.substring(0, dash)), UUID.fromString(text.substring(dash + 1)));
    }

    @Override
    @JsonValue
    public String toString() {
        return tenant + "-" + id;
    }
}
