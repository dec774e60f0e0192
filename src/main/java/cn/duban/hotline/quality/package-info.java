/**
 * Quality checks (质检): each month some calls and tickets of each agent are drawn by a seed that anybody can draw with again, and marked on a dated sheet by another agent.
 * Whoever was marked may appeal once, decided by a third. Figures per agent are the desk's alone, and no ranking.
 */
@NamedInterface("quality")
@NullMarked
package cn.duban.hotline.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
