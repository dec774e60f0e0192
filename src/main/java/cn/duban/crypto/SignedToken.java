package cn.duban.crypto;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A few bytes in an address that nobody but this house can have made: signed by its key for one purpose, and good for that one alone.
 *
 * @param purpose what the key is used for here
 * @param length how many bytes are said
 */
public record SignedToken(Sealer sealer, String purpose, int length) {

    private static final int SIGNED = 16;

    public String of(byte[] said) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(length + SIGNED).put(said).put(signature(said)).array());
    }

    /** What was said; empty where nobody here signed it for this purpose. */
    public Optional<ByteBuffer> read(String token) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        if (all.length != length + SIGNED) return Optional.empty();
        var said = Arrays.copyOf(all, length);
        return MessageDigest.isEqual(signature(said), Arrays.copyOfRange(all, length, all.length)) ? Optional.of(ByteBuffer.wrap(said)) : Optional.empty();
    }

    private byte[] signature(byte[] said) {
        return Arrays.copyOf(sealer.index(Base64.getUrlEncoder().encodeToString(said), purpose), SIGNED);
    }
}
