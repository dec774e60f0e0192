package cn.duban.hotline.citizen;

import cn.duban.hotline.Desks.Line;
import cn.duban.web.Complaints;
import java.util.List;
import org.jspecify.annotations.Nullable;

public record FollowPage(List<Line> lines, int line, String who, Complaints complaints, @Nullable String trouble) {}
