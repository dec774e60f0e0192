package cn.duban.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;

/** Bytes as PostgreSQL writes them ({@code \x0a1b}), so that a row and its JSON are the same text. */
record Hex(String digits) {

    static final Hex ZERO = of(new byte[32]);

    static Hex of(byte[] bytes) {
        return new Hex(HexFormat.of().formatHex(bytes));
    }

    @JsonCreator
    static Hex read(String text) {
        return new Hex(text.substring(2));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(digits);
    }

    @Override
    @JsonValue
    public String toString() {
        return "\\x" + digits;
    }
}
