package cn.duban.hotline.citizen;

import cn.duban.hotline.Desks.Line;
import java.util.List;

/** @param lines the governments whose line is answered here */
public record FrontPage(List<Line> lines) {}
