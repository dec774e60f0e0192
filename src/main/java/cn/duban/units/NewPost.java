package cn.duban.units;

import cn.duban.web.Viewer;
import java.util.Set;

/** A post to be opened in a unit. */
public record NewPost(int unit, String name, boolean head, Set<Viewer.Duty> duties) {}
