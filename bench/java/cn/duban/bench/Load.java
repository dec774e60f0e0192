package cn.duban.bench;

import static cn.duban_db.access.Tables.TOKEN;

import cn.duban.ledger.History;
import cn.duban.ledger.HistoryLoad;
import cn.duban.ledger.MatterTypes;
import cn.duban.web.Viewer;
import cn.duban.workdays.Deadlines;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.beans.factory.BeanFactory;

/** Founds the prefecture in an empty data folder and brings its three years in. */
final class Load {

    private static final int BUSY = 5000;

    private Load() {}

    static void run(Options options) throws Exception {
        if (Files.exists(options.data().resolve("postgres"))) throw new IllegalArgumentException(options.data() + " is not empty; name another folder or remove it.");
        var words = Words.read();
        var start = Instant.now();
        try (var product = Product.fresh(options.data())) {
            var founding = new Founding(product, words, options.seed());
            var town = founding.found(Math.min(BUSY, options.matters() / 20));
            var type = product.getBean(MatterTypes.class).current(town.opener().tenant(), "rectification-measure");
            var end = options.asOf().atTime(8, 0).atZone(Deadlines.CHINA).toInstant();
            var took = new HistoryLoad(product.getBean(DataSource.class), new History(town, type, new Prose(words), options.seed(), options.matters(), end)).load();
            var manifest = manifest(options, founding, product, took);
            manifest.put("load.seconds", Duration.between(start, Instant.now()).toSeconds());
            manifest.write(options.data());
            System.out.printf("%,d matters in %s s%n", options.matters(), manifest.text("load.seconds"));
        }
    }

    private static Manifest manifest(Options options, Founding founding, BeanFactory product, HistoryLoad.Took took) throws Exception {
        var manifest = new Manifest(new Properties());
        manifest.put("matters", options.matters());
        manifest.put("seed", options.seed());
        manifest.put("load.rows.seconds", took.rows().toSeconds());
        manifest.put("load.indexes.seconds", took.indexes().toSeconds());
        manifest.put("load.vacuum.seconds", took.vacuum().toSeconds());
        var random = new SplittableRandom(options.seed());
        for (var login : founding.logins().keySet()) {
            var viewer = founding.as(login);
            manifest.put("tenant", viewer.tenant());
            manifest.put("token." + login, token(viewer, product.getBean(DSLContext.class), random, options.asOf()));
            manifest.put("unit." + login, viewer.unit());
            manifest.put("post." + login, viewer.post());
        }
        return manifest;
    }

    /** A token as the product keeps it; its secret comes from the seed, so it is no secret. */
    private static String token(Viewer viewer, DSLContext sql, SplittableRandom random, LocalDate asOf) throws Exception {
        var secret = new byte[32];
        random.nextBytes(secret);
        var token = "duban_" + viewer.tenant() + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        sql.insertInto(TOKEN)
                .set(TOKEN.TENANT, viewer.tenant()).set(TOKEN.ID, new UUID(random.nextLong(), random.nextLong()))
                .set(TOKEN.DIGEST, MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII))).set(TOKEN.NAME, "bench")
                .set(TOKEN.PERSON, viewer.person()).set(TOKEN.POST, viewer.post()).set(TOKEN.CREATED_BY, viewer.person()).set(TOKEN.CREATED_AT, Instant.now())
                .set(TOKEN.EXPIRES_ON, asOf.plusYears(5)).execute();
        return token;
    }
}
