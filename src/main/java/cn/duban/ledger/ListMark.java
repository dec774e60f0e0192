package cn.duban.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended, as the address of the next one carries it: the last row's id and sorted value, and the count
 * that the first page made, so that no later page counts again.
 *
 * @param key null among the rows without the sorted value
 */
record ListMark(int count, UUID last, @Nullable String key) {

    private static final int ID = 36;

    String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((count + " " + last + (key == null ? "" : key)).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refusal.Refused when it is no place of a list */
    static @Nullable ListMark read(@Nullable String token) {
        if (token == null) return null;
        try {
            var said = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            var blank = said.indexOf(' ');
            var place = said.substring(blank + 1);
            var count = Math.clamp(Integer.parseInt(said.substring(0, blank)), 0, Listing.COUNTED + 1);
            return new ListMark(count, UUID.fromString(place.substring(0, ID)), place.length() == ID ? null : place.substring(ID));
        } catch (IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw unreadable();
        }
    }

    static Refusal.Refused unreadable() {
        return Refusal.of("input", "翻页的位置无法识别，请从第一页重新打开。", "The place to continue from cannot be read; open the first page again.").thrown();
    }
}
