package cn.duban.evidence;

import cn.duban.web.Refused;
import cn.duban.web.Words;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** A file that is not taken in, with the sentences that say why and what to do: {@code evidence.refused.…} of the texts. */
public class EvidenceRefused extends Refused {

    /** Why a file is refused. */
    public enum Reason {
        EMPTY,
        TOO_LARGE,
        ARCHIVE,
        BROKEN,
        PROTECTED,
        MACROS,
        WEB_PAGE,
        UNKNOWN_TYPE;

        private String key() {
            return "evidence.refused." + name();
        }
    }

    private final Reason reason;

    /** @param arguments the name of the file, then the limit that it passes */
    EvidenceRefused(Reason reason, Object... arguments) {
        super(reason == Reason.TOO_LARGE ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT,
                "evidence." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Words.say(reason.key(), arguments), Words.say(reason.key() + ".next", arguments));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
