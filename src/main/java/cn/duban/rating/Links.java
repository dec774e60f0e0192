package cn.duban.rating;

import cn.duban.crypto.Sealer;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Signed links on which one service is rated without signing in: whoever holds one may rate that service, and do nothing else. */
@Component
public class Links {

    private static final int SAID = 4 + 16;
    private static final int SIGNED = 16;

    private final Sealer sealer;
    private final String home;

    Links(Sealer sealer, @Value("${duban.address:}") String home) {
        this.sealer = sealer;
        this.home = home.replaceAll("/+$", "");
    }

    public record Rated(int tenant, UUID service) {}

    public String path(int tenant, UUID service) {
        var said = ByteBuffer.allocate(SAID).putInt(tenant).putLong(service.getMostSignificantBits()).putLong(service.getLeastSignificantBits()).array();
        return "/public/ratings/of/" + Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(SAID + SIGNED).put(said).put(signature(said)).array());
    }

    /** As a telephone's camera needs it: with the address of this house, as it was told or as the page at hand was asked for. */
    public String whole(String path) {
        return (home.isEmpty() ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() : home) + path;
    }

    /** What a token stands for; empty where nobody here signed it. */
    public Optional<Rated> read(String token) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        if (all.length != SAID + SIGNED) return Optional.empty();
        var said = Arrays.copyOf(all, SAID);
        if (!MessageDigest.isEqual(signature(said), Arrays.copyOfRange(all, SAID, all.length))) return Optional.empty();
        var read = ByteBuffer.wrap(said);
        return Optional.of(new Rated(read.getInt(), new UUID(read.getLong(), read.getLong())));
    }

    private byte[] signature(byte[] said) {
        return Arrays.copyOf(sealer.index(Base64.getUrlEncoder().encodeToString(said), "rating.link"), SIGNED);
    }
}
