package cn.duban.hotline.mail;

import cn.duban.hotline.Desks;
import cn.duban.hotline.channel.Arrivals;
import cn.duban.hotline.channel.Incoming;
import cn.duban.units.Tenants;
import cn.duban.web.Words;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Reads what is new in every mailbox. Senders come in turn: whoever wrote one mail is not behind whoever wrote a thousand. */
@Component
class MailRound {

    private static final Logger log = LoggerFactory.getLogger(MailRound.class);
    private static final String PATIENCE = "20000";

    /** How many mails are looked at before how far it got is written down. */
    private static final int AT_ONCE = 2_000;

    /** How many mails come in one answer of the server, unless they are large. */
    private static final int TOGETHER = 100;

    private static final int SMALL = 64 * 1024;
    private static final int LARGEST = 64 * 1024 * 1024;

    private final Mailboxes mailboxes;
    private final Correspondence correspondence;
    private final Incoming incoming;
    private final Desks desks;
    private final Tenants tenants;

    MailRound(Mailboxes mailboxes, Correspondence correspondence, Incoming incoming, Desks desks, Tenants tenants) {
        this.mailboxes = mailboxes;
        this.correspondence = correspondence;
        this.incoming = incoming;
        this.desks = desks;
        this.tenants = tenants;
    }

    /** Whatever keeps one mailbox from being read keeps no other. */
    void read() {
        for (int tenant : tenants.all()) try {
            read(tenant);
        } catch (RuntimeException unforeseen) {
            log.error("The mailbox of government {} could not be read.", tenant, unforeseen);
        }
    }

    /** @return whether the mailbox could be read, or there is none */
    boolean read(int tenant) {
        var box = mailboxes.find(tenant).filter(Mailbox::active).filter(there -> desks.unit(tenant).isPresent());
        if (box.isEmpty()) return true;
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Words.CHINESE);
        try (var store = connect(box.get())) {
            read(box.get(), store);
            mailboxes.wentWell(tenant);
            return true;
        } catch (MessagingException e) {
            log.warn("The mailbox of government {} could not be read: {}", tenant, e.getClass().getSimpleName());
            mailboxes.failed(tenant, e.getClass().getSimpleName() + ": " + e.getMessage());
            return false;
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private static Store connect(Mailbox box) throws MessagingException {
        var protocol = box.security().equals("tls") ? "imaps" : "imap";
        var settings = new Properties();
        for (var wait : List.of("connectiontimeout", "timeout", "writetimeout")) settings.setProperty("mail." + protocol + "." + wait, PATIENCE);
        settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        settings.setProperty("mail.mime.charset", "UTF-8");
        if (box.security().equals("starttls")) {
            settings.setProperty("mail.imap.starttls.enable", "true");
            settings.setProperty("mail.imap.starttls.required", "true");
        }
        var store = Session.getInstance(settings).getStore(protocol);
        store.connect(box.host(), box.port(), box.user(), box.password());
        return store;
    }

    private void read(Mailbox box, Store store) throws MessagingException {
        var folder = store.getFolder(box.folder());
        folder.open(Folder.READ_ONLY);
        try {
            if (!(folder instanceof UIDFolder numbered)) throw new MessagingException("The folder does not number its mails.");
            var validity = numbered.getUIDValidity();
            var last = validity == box.validity() ? box.last() : 0;
            for (List<Long> next; !(next = after(numbered, last)).isEmpty(); last = next.getLast()) {
                take(box, folder, numbered, next);
                mailboxes.readTo(box.tenant(), validity, next.getLast());
            }
        } finally {
            folder.close(false);
        }
    }

    /** A server names its last mail even where only later ones were asked for. */
    private static List<Long> after(UIDFolder folder, long last) throws MessagingException {
        var numbers = new ArrayList<Long>();
        for (var message : folder.getMessagesByUID(last + 1, UIDFolder.LASTUID)) if (message != null) numbers.add(folder.getUID(message));
        return numbers.stream().filter(number -> number > last).sorted().limit(AT_ONCE).toList();
    }

    private void take(Mailbox box, Folder folder, UIDFolder numbered, List<Long> numbers) throws MessagingException {
        var messages = Arrays.stream(numbered.getMessagesByUID(numbers.stream().mapToLong(Long::longValue).toArray())).filter(message -> message != null).toArray(Message[]::new);
        var heads = new FetchProfile();
        heads.add(FetchProfile.Item.ENVELOPE);
        heads.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, heads);
        var turns = turns(box, messages);
        for (int from = 0; from < turns.size(); from += TOGETHER) {
            var some = turns.subList(from, Math.min(turns.size(), from + TOGETHER));
            var whole = new FetchProfile();
            whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
            folder.fetch(some.stream().filter(MailRound::small).toArray(Message[]::new), whole);
            for (var message : some) {
                take(box, numbered, LetterReader.sender(message), message);
                // the folder keeps every mail until it is closed, and would keep the bytes of all of them
                if (message instanceof IMAPMessage kept) kept.invalidateHeaders();
            }
        }
    }

    private static boolean small(Message message) {
        try {
            return message.getSize() <= SMALL;
        } catch (MessagingException unknown) {
            return false;
        }
    }

    /** Of each sender one, then of each another. */
    private static List<Message> turns(Mailbox box, Message[] messages) throws MessagingException {
        var bySender = new LinkedHashMap<String, ArrayDeque<Message>>();
        for (var message : messages) {
            var received = message.getReceivedDate();
            // servers round to seconds
            if (received == null || !received.toInstant().plusSeconds(1).isBefore(box.since())) bySender.computeIfAbsent(LetterReader.sender(message), none -> new ArrayDeque<>()).add(message);
        }
        var turns = new ArrayList<Message>();
        while (!bySender.isEmpty()) {
            bySender.values().forEach(waiting -> turns.add(waiting.removeFirst()));
            bySender.values().removeIf(ArrayDeque::isEmpty);
        }
        return turns;
    }

    private void take(Mailbox box, UIDFolder folder, String sender, Message message) throws MessagingException {
        try {
            if (message.getSize() > LARGEST) throw new IOException("The mail is larger than any that is read here.");
            correspondence.take(box, LetterReader.read(WholeMail.of(message)));
        } catch (MessageRemovedException gone) {
            // somebody deleted it while it was being read
        } catch (FolderClosedException | StoreClosedException lost) {
            throw lost;
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            // not the mail's fault: neither a connection that was lost, nor a database that does not answer
            if (!message.getFolder().isOpen()) throw new MessagingException("The connection was lost while a mail was being read.", unreadable);
            if (unreadable instanceof DataAccessException lost && !(lost instanceof DataIntegrityViolationException)) throw lost;
            var number = folder.getUID(message);
            log.warn("Mail {} of government {} cannot be read and is held: {}", number, box.tenant(), unreadable.getClass().getSimpleName());
            incoming.holdUnread(Arrivals.Message.of(box.tenant(), Correspondence.SOURCE, "uid " + folder.getUIDValidity() + " " + number, sender.isEmpty() ? "?" : sender), Words.in(Words.CHINESE, "hotline.mail.unread"));
        }
    }
}
