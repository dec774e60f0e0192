package cn.duban.notices;

import static cn.duban_db.notices.Tables.DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.duban.DubanTest;
import cn.duban.TestDatabase;
import cn.duban.ledger.Postman;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The program is killed, and another one goes on with what it left in the outbox. */
@DubanTest
class KilledTest {

    @Autowired DSLContext sql;
    @Autowired Posting posting;
    @Autowired Postman postman;
    @Value("${duban.data}") Path data;
    @TempDir Path folder;

    private GreenMail mails;
    private Gate gate;

    @BeforeEach
    void open() throws IOException {
        mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        gate = new Gate();
    }

    @AfterEach
    void close() {
        mails.stop();
        gate.close();
    }

    @Test
    void bringsEachMessageOnceAfterItWasKilledBetweenCommitAndSending() throws Exception {
        var tenant = killed("wait", () -> true);
        assertThat(mails.getReceivedMessages()).isEmpty();
        assertThat(gate.taken).isEmpty();
        postman.deliver(tenant);
        ripen(tenant);
        posting.send(tenant);
        posting.send(tenant);
        assertThat(mails.getReceivedMessages()).hasSize(1);
        assertThat(gate.taken).hasSize(1);
        assertThat(sql.fetchCount(DELIVERY, DELIVERY.TENANT.eq(tenant), DELIVERY.STATE.eq("sent"))).isEqualTo(2);
    }

    @Test
    void repeatsUnderTheSameNumberWhatItWasKilledAtAndNothingElse() throws Exception {
        gate.hold();
        var tenant = killed("send", () -> !gate.taken.isEmpty());
        assertThat(mails.getReceivedMessages()).as("the mail had gone before the text").hasSize(1);
        posting.send(tenant);
        assertThat(gate.taken).as("it may still be on its way: nobody else touches it yet").hasSize(1);
        sql.update(DELIVERY).set(DELIVERY.CLAIMED_AT, DELIVERY.CLAIMED_AT.minus(new DayToSecond(0, 0, 6))).where(DELIVERY.TENANT.eq(tenant), DELIVERY.STATE.eq("sending")).execute();
        gate.release();
        posting.send(tenant);
        posting.send(tenant);
        assertThat(mails.getReceivedMessages()).as("what was marked is not sent again").hasSize(1);
        assertThat(gate.taken).hasSize(2);
        assertThat(gate.taken.get(1).headers().get("idempotency-key")).isEqualTo(gate.taken.get(0).headers().get("idempotency-key"));
        assertThat(sql.fetchCount(DELIVERY, DELIVERY.TENANT.eq(tenant), DELIVERY.STATE.eq("sent"))).isEqualTo(2);
    }

    private interface Moment {
        boolean come();
    }

    /** Starts the program, kills it at the moment, and says which government it worked for. */
    private int killed(String mode, Moment moment) throws Exception {
        var java = ProcessHandle.current().info().command().orElse("java");
        var program = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx400m", "-cp", System.getProperty("java.class.path"), Courier.class.getName(),
                TestDatabase.url(), folder.toString(), data.resolve("keys").resolve("personal.key").toString(), "" + mails.getSmtp().getPort(), gate.url("/sms"), mode)
                .redirectErrorStream(true).start();
        try (BufferedReader out = program.inputReader()) {
            var said = new ArrayList<String>();
            String line;
            while ((line = out.readLine()) != null && !line.startsWith("committed ")) said.add(line);
            assertThat(line).as(() -> String.join("\n", said)).isNotNull();
            await().atMost(Duration.ofSeconds(180)).until(moment::come);
            return Integer.parseInt(line.substring("committed ".length()).strip());
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private void ripen(int tenant) {
        sql.update(DELIVERY).set(DELIVERY.NOT_BEFORE, DELIVERY.MADE_AT).where(DELIVERY.TENANT.eq(tenant), DELIVERY.STATE.eq("pending")).execute();
    }
}
