package cn.duban.evidence;

import cn.duban.crypto.Sm3;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file everywhere, URLs and forms included: {@code tenant-hash}, the hash as 64 hexadecimal digits. Because only digits
 * pass, an id is safe as a path.
 */
public record FileId(int tenant, String hex) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-([0-9a-fA-F]{64})");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public FileId {
        if (tenant < 0 || !HEX.matcher(hex).matches()) throw new IllegalArgumentException("Not the hash of a file: " + tenant + "-" + hex);
    }

    public static FileId of(int tenant, byte[] hash) {
        return new FileId(tenant, Sm3.hex(hash));
    }

    /** @throws IllegalArgumentException if the text has another form */
    public static FileId of(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) throw new IllegalArgumentException("Not the id of a file: " + text);
        return new FileId(Integer.parseInt(match.group(1)), match.group(2).toLowerCase(Locale.ROOT));
    }

    public byte[] hash() {
        return Sm3.parse(hex);
    }

    @Override
    public String toString() {
        return tenant + "-" + hex;
    }
}
