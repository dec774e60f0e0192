package cn.duban.evidence;

import cn.duban.web.Refused;
import java.util.List;

/** What came of an upload: the files taken in, to be posted with the act, and for each of the others why not. */
public record ReceivedPage(List<FileRow> files, List<Refused> refused) {}
