package cn.duban.rating;

import cn.duban.crypto.Sealer;
import cn.duban.crypto.SignedToken;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Signed links on which one service is rated without signing in: whoever holds one may rate that service, and do nothing else. */
@Component
public class Links {

    private static final int SAID = 4 + 16;

    private final SignedToken token;
    private final String home;

    Links(Sealer sealer, @Value("${duban.address:}") String home) {
        this.token = new SignedToken(sealer, "rating.link", SAID);
        this.home = home.replaceAll("/+$", "");
    }

    public record Rated(int tenant, UUID service) {}

    public String path(int tenant, UUID service) {
        var said = ByteBuffer.allocate(SAID).putInt(tenant).putLong(service.getMostSignificantBits()).putLong(service.getLeastSignificantBits()).array();
        return "/public/ratings/of/" + token.of(said);
    }

    /** As a telephone's camera needs it: with the address of this house, as it was told or as the page at hand was asked for. */
    public String whole(String path) {
        return (home.isEmpty() ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() : home) + path;
    }

    /** What a token stands for; empty where nobody here signed it. */
    public Optional<Rated> read(String said) {
        return token.read(said).map(read -> new Rated(read.getInt(), new UUID(read.getLong(), read.getLong())));
    }
}
