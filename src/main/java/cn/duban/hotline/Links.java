package cn.duban.hotline;

import cn.duban.crypto.Sealer;
import cn.duban.ledger.MatterId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signed links on which one reply is rated without signing in: whoever holds one may rate that reply, and do nothing else. */
@Component
public class Links {

    private static final int SAID = 4 + 16 + 4;
    private static final int SIGNED = 16;

    private final Sealer sealer;

    Links(Sealer sealer) {
        this.sealer = sealer;
    }

    /** @param reply the entry that approved it; 0 where the ticket was answered at once */
    public record Rated(MatterId ticket, int reply) {}

    public String rating(MatterId ticket, int reply) {
        var said = ByteBuffer.allocate(SAID).putInt(ticket.tenant()).putLong(ticket.id().getMostSignificantBits()).putLong(ticket.id().getLeastSignificantBits()).putInt(reply).array();
        return "/public/hotline/ratings/" + Base64.getUrlEncoder().withoutPadding().encodeToString(ByteBuffer.allocate(SAID + SIGNED).put(said).put(signature(said)).array());
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
        return Optional.of(new Rated(new MatterId(read.getInt(), new UUID(read.getLong(), read.getLong())), read.getInt()));
    }

    private byte[] signature(byte[] said) {
        return Arrays.copyOf(sealer.index(Base64.getUrlEncoder().encodeToString(said), "hotline.rating"), SIGNED);
    }
}
