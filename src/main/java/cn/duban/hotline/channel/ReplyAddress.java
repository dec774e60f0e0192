package cn.duban.hotline.channel;

import java.util.Optional;

/** Where callers write back to: the mailbox, which stands in a package of its own. */
public interface ReplyAddress {

    Optional<String> of(int tenant);
}
