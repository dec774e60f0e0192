package cn.duban.evidence;

import cn.duban.web.Viewer;

/**
 * Who may read a file that somebody else handed in. Rooms above implement it as a bean and answer for what hangs on their
 * things: the ledger says yes when the file is evidence of a matter that this viewer sees, with secrecy and redaction
 * counted in. One yes is enough; without any, only the uploader reads the file.
 */
public interface EvidenceReaders {

    boolean mayRead(Viewer viewer, FileId file);
}
