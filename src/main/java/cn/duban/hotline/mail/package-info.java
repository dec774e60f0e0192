/**
 * The mailbox of the government's leader (领导信箱): read by IMAP, answered by the way that notices' mail leaves. A mail becomes a ticket, or an addition
 * to the one whose thread it goes on; number and code, the reply and the link to rate it go back as mails of that thread.
 *
 * <p>Invariants. Nothing in the mailbox is moved, marked or deleted: how far it was read is a number here, and what was taken is known by its
 * {@code Message-ID}. A mail that nobody wrote (bounces, out-of-office, our own) becomes nothing and is answered by nothing. Senders of a round are
 * taken in turn, so that a thousand mails of one hold up nobody. A mail that cannot be read is held for the desk and holds up none after it.
 */
@NullMarked
package cn.duban.hotline.mail;

import org.jspecify.annotations.NullMarked;
