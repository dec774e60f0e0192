package cn.duban.hotline.mail;

import cn.duban.crypto.Sm3;
import cn.duban.hotline.mail.Letter.Enclosure;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/**
 * Reads mails as they come: plain text before HTML, every character set of the Chinese mainland as GB 18030, which holds the others, and headers
 * that were never encoded. Pure but for the bytes that it asks the mail for.
 */
final class LetterReader {

    private static final int LONGEST = 256 * 1024;
    private static final int DEEPEST = 8;
    private static final int MOST = 50;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Set<String> CHINESE = Set.of("gb2312", "gbk", "gb18030", "x-gbk", "cp936", "ms936", "windows-936", "gb_2312-80", "euc-cn");
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,900}>");
    private static final Pattern QUOTED = Pattern.compile("(?m)^\\s*+(-{2,}\\s*(原始邮件|回复的原邮件|转发邮件信息|Original Message|Forwarded message)\\s*-{2,}|(发件人|From)\\s*[:：].*|.{0,200}(写道|wrote)\\s*[:：]\\s*)$");
    // each run of blanks is looked at once: a mail of blanks alone must not keep the round busy
    private static final Pattern BLANK_END = Pattern.compile("(?<![ \\t])[ \\t]++\\n");
    private static final Set<String> MACHINES = Set.of("mailer-daemon", "postmaster", "no-reply", "noreply", "donotreply", "do-not-reply");

    private final List<String> texts = new ArrayList<>();
    private final List<String> pages = new ArrayList<>();
    private final List<Enclosure> enclosures = new ArrayList<>();

    private LetterReader() {}

    static Letter read(Message message) throws MessagingException, IOException {
        var reader = new LetterReader();
        var automatic = automatic(message, from(message));
        // nobody reads what a machine wrote, which is often broken
        if (!automatic) reader.part(message, 0);
        var text = clean(reader.texts.isEmpty() ? String.join("\n", reader.pages.stream().map(LetterReader::plain).toList()) : String.join("\n", reader.texts));
        var from = from(message);
        var subject = clean(header(message, "Subject")).replaceAll("\\s+", " ").strip();
        var id = first(message, "Message-ID").map(LetterReader::ids).filter(ids -> !ids.isEmpty()).map(List::getFirst).orElseGet(() -> standIn(from, subject, text));
        return new Letter(id, thread(message), from == null ? "" : String.valueOf(from.getAddress()).toLowerCase(Locale.ROOT).strip(), from == null || from.getPersonal() == null ? "" : clean(decoded(from.getPersonal())).strip(), subject, text, fresh(text),
                automatic, List.copyOf(reader.enclosures));
    }

    /** Who wrote it, from the headers alone: for turning senders in before any mail is read. */
    static String sender(Message message) throws MessagingException {
        var from = from(message);
        return from == null ? "" : String.valueOf(from.getAddress()).toLowerCase(Locale.ROOT).strip();
    }

    private static @Nullable InternetAddress from(Message message) {
        try {
            var from = message.getFrom();
            return from == null ? null : Arrays.stream(from).filter(InternetAddress.class::isInstance).map(InternetAddress.class::cast).filter(address -> address.getAddress() != null && address.getAddress().matches("[^@\\s]{1,64}@[^@\\s]{1,190}")).findFirst().orElse(null);
        } catch (MessagingException unreadable) {
            return null;
        }
    }

    /** RFC 3834, and what bounces and lists said before it: whoever answers a machine starts a loop. */
    private static boolean automatic(Message message, @Nullable Address from) throws MessagingException {
        var submitted = first(message, "Auto-Submitted").orElse("no").strip().toLowerCase(Locale.ROOT);
        if (!submitted.startsWith("no")) return true;
        if (first(message, "Return-Path").map(path -> path.strip().equals("<>")).orElse(false)) return true;
        if (first(message, "Precedence").map(said -> said.strip().toLowerCase(Locale.ROOT).matches("bulk|junk|list|auto_reply")).orElse(false)) return true;
        if (first(message, "X-Autoreply").isPresent() || first(message, "X-Autorespond").isPresent() || first(message, "List-Id").isPresent()) return true;
        if (message.isMimeType("multipart/report")) return true;
        return from == null || MACHINES.contains(((InternetAddress) from).getAddress().replaceFirst("@.*", "").toLowerCase(Locale.ROOT));
    }

    private static List<String> thread(Message message) throws MessagingException {
        var thread = new LinkedHashSet<String>();
        first(message, "In-Reply-To").ifPresent(said -> thread.addAll(ids(said)));
        first(message, "References").ifPresent(said -> thread.addAll(ids(said).reversed()));
        return thread.stream().limit(MOST).toList();
    }

    private static List<String> ids(String header) {
        return ID.matcher(header).results().map(found -> found.group()).toList();
    }

    private static String standIn(@Nullable InternetAddress from, String subject, String text) {
        return "<" + Sm3.hex(Sm3.digest((from + "\n" + subject + "\n" + text).getBytes(StandardCharsets.UTF_8))) + ">";
    }

    private void part(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || enclosures.size() + texts.size() + pages.size() >= MOST) return;
        var name = name(part);
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount() && i < MOST; i++) part(parts.getBodyPart(i), depth + 1);
        } else if (part.isMimeType("message/rfc822") && name.isEmpty() && part.getContent() instanceof Message inner) {
            part(inner, depth + 1);
        } else if (name.isEmpty() && part.isMimeType("text/html")) {
            pages.add(text(part));
        } else if (name.isEmpty() && part.isMimeType("text/*")) {
            texts.add(text(part));
        } else if (!name.isEmpty()) {
            enclosures.add(new Enclosure(name, new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT), part));
        }
    }

    private static String name(Part part) throws MessagingException {
        try {
            return part.getFileName() == null ? "" : clean(decoded(part.getFileName())).replaceAll("\\s+", " ").strip();
        } catch (ParseException unreadable) {
            return "附件";
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (var in = part.getInputStream()) {
            var bytes = in.readNBytes(LONGEST);
            return string(bytes, charset(part));
        }
    }

    private static String charset(Part part) {
        try {
            var said = new ContentType(part.getContentType()).getParameter("charset");
            return said == null ? "" : said.strip().toLowerCase(Locale.ROOT);
        } catch (MessagingException unreadable) {
            return "";
        }
    }

    /** As it says; where it says nothing or nonsense, UTF-8 if it is that, else GB 18030. */
    static String string(byte[] bytes, String charset) {
        if (CHINESE.contains(charset)) return new String(bytes, GB18030);
        if (!charset.isEmpty() && !charset.equals("us-ascii")) try {
            return new String(bytes, Charset.forName(charset));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            // goes on as if it had said nothing
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, GB18030);
        }
    }

    private static Optional<String> first(Part part, String name) throws MessagingException {
        var headers = part.getHeader(name);
        return headers == null || headers.length == 0 ? Optional.empty() : Optional.of(headers[0]);
    }

    private static String header(Part part, String name) throws MessagingException {
        return first(part, name).map(raw -> decoded(MimeUtility.unfold(raw))).orElse("");
    }

    /** Headers that were never encoded come as one character a byte. */
    private static String decoded(String raw) {
        try {
            // what says gb2312 holds characters of the larger sets as well
            var text = MimeUtility.decodeText(raw.replaceAll("(?i)=\\?(gb2312|gbk)\\?", "=?GB18030?"));
            return text.chars().anyMatch(c -> c >= 0x80) && text.chars().allMatch(c -> c < 0x100) ? string(text.getBytes(StandardCharsets.ISO_8859_1), "") : text;
        } catch (IOException unknown) {
            return raw;
        }
    }

    /** Lines as they stood on the page; nothing of scripts and styles. */
    static String plain(String html) {
        var page = Jsoup.parse(html);
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        page.select("script, style, head").remove();
        page.select("br").append("\\n");
        page.select("p, div, tr, li, h1, h2, h3, blockquote").prepend("\\n");
        return Jsoup.clean(page.html().replace("\\n", "\n"), "", Safelist.none(), new Document.OutputSettings().prettyPrint(false)).replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** Only what a ledger can keep, without rows of blank lines. */
    static String clean(String text) {
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').replace('\u00A0', ' ').codePoints()
                .filter(c -> c == '\n' || c == '\t' || Character.getType(c) != Character.CONTROL && Character.getType(c) != Character.SURROGATE && Character.getType(c) != Character.FORMAT)
                .forEach(kept::appendCodePoint);
        return BLANK_END.matcher(kept).replaceAll("\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    /** Without the earlier mails that programs write below an answer. */
    static String fresh(String text) {
        var quoted = QUOTED.matcher(text);
        var kept = quoted.find() ? text.substring(0, quoted.start()) : text;
        var own = kept.lines().filter(line -> !line.startsWith(">")).collect(Collectors.joining("\n")).strip();
        return own.isEmpty() ? text : own;
    }
}
