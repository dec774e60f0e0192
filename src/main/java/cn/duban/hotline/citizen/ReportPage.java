package cn.duban.hotline.citizen;

import cn.duban.hotline.Desks.Line;
import cn.duban.hotline.Report;
import cn.duban.web.Complaints;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public form.
 *
 * @param line whose line it is; null while that is to be chosen
 * @param id of the form: sent once more it is the same report
 */
public record ReportPage(List<Line> lines, @Nullable Line line, UUID id, @Nullable Report report, Complaints complaints, @Nullable String refused) {}
