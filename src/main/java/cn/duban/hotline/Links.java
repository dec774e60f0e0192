package cn.duban.hotline;

import cn.duban.crypto.Sealer;
import cn.duban.crypto.SignedToken;
import cn.duban.ledger.MatterId;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Signed links on which one reply is rated without signing in: whoever holds one may rate that reply, and do nothing else. And where a ticket is asked after. */
@Component
public class Links {

    private static final int SAID = 4 + 16 + 4;

    private final SignedToken token;

    private final cn.duban.rating.Links house;

    Links(Sealer sealer, cn.duban.rating.Links house) {
        this.house = house;
        this.token = new SignedToken(sealer, "hotline.rating", SAID);
    }

    /** @param reply the entry that approved it; 0 where the ticket was answered at once */
    public record Rated(MatterId ticket, int reply) {}

    public String rating(MatterId ticket, int reply) {
        var said = ByteBuffer.allocate(SAID).putInt(ticket.tenant()).putLong(ticket.id().getMostSignificantBits()).putLong(ticket.id().getLeastSignificantBits()).putInt(reply).array();
        return "/public/hotline/ratings/" + token.of(said);
    }

    /** For a QR code. It asks for the query code like the page without it: a paper that lies about opens nothing. */
    public String following(int tenant, String number) {
        return whole("/public/hotline/follow?line=" + tenant + "&who=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
    }

    /** A path as a telephone's camera needs it. */
    public String whole(String path) {
        return house.whole(path);
    }

    /** What a token stands for; empty where nobody here signed it. */
    public Optional<Rated> read(String said) {
        return token.read(said).map(read -> new Rated(new MatterId(read.getInt(), new UUID(read.getLong(), read.getLong())), read.getInt()));
    }
}
