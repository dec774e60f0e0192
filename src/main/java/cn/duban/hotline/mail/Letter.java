package cn.duban.hotline.mail;

import jakarta.mail.Part;
import java.util.List;

/**
 * A mail as far as it says anything.
 *
 * @param id its Message-ID, or what stands in for one
 * @param thread the mails it goes on with, the nearest first
 * @param from the address, in small letters
 * @param automatic whether a machine wrote it
 * @param text the whole, as plain text
 * @param fresh without what it quotes
 */
record Letter(String id, List<String> thread, String from, String name, String subject, String text, String fresh, boolean automatic, List<Enclosure> enclosures) {

    /** @param part where its bytes are read from */
    record Enclosure(String name, String mediaType, Part part) {}
}
