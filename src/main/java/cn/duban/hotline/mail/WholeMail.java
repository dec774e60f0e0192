package cn.duban.hotline.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Properties;

/**
 * A mail read once from its server, and from memory from then on. Every line of a header and every part becomes an object many times its size, so a mail
 * made of nothing else is refused by its lines, before anything is made of them: millions fit into what a server lets through.
 */
final class WholeMail {

    static final int MOST_PARTS = 2_000;
    static final int MANY_LINES = 100_000;

    /** Files as they are encoded have 76 characters in a line. */
    private static final int USUAL_LINE = 60;

    private WholeMail() {}

    static MimeMessage of(Message message) throws MessagingException, IOException {
        // a mail that is copied as such asks the server for its flags, one round trip for each
        var bytes = new ByteArrayOutputStream(Math.max(1024, message.getSize() + 1024));
        message.writeTo(bytes);
        return of(bytes.toByteArray());
    }

    static MimeMessage of(byte[] bytes) throws MessagingException, IOException {
        int lines = 0;
        int parts = 0;
        for (int i = 0; i < bytes.length - 2; i++) {
            if (bytes[i] != '\n') continue;
            lines++;
            if (bytes[i + 1] == '-' && bytes[i + 2] == '-') parts++;
        }
        if (parts > MOST_PARTS || lines > MANY_LINES && bytes.length / lines < USUAL_LINE) throw new IOException("The mail has more parts or lines than are read here.");
        return new MimeMessage(Session.getInstance(new Properties()), new SharedByteArrayInputStream(bytes));
    }
}
