package cn.duban.evidence;

import cn.duban.web.Viewer;
import java.util.List;

/**
 * Who may read a file that somebody else handed in. Rooms above implement it as a bean and answer for what hangs on their
 * things: the ledger says yes when the file is evidence of a matter that this viewer sees, with secrecy and redaction
 * counted in. One yes is enough; without any, only the uploader reads the file.
 */
public interface EvidenceReaders {

    boolean mayRead(Viewer viewer, FileId file);

    /** What the file is evidence of, as far as this viewer sees it. */
    List<Use> uses(Viewer viewer, FileId file);

    /**
     * A thing that a file is evidence of, with its page.
     *
     * @param step the act that brought it, in the reader's language
     * @param by who did it, with the unit, in the names of that day
     */
    record Use(String number, String title, String href, String step, String by) {}
}
