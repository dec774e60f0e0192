/**
 * The calendar and every period of time that the house counts: which days are worked, when a budget ends, and why.
 *
 * <p>Words: a {@link cn.duban.workdays.Notice} (放假通知) arranges the days of one year; a {@link
 * cn.duban.workdays.DayOverride} changes one day for a region and all regions below it; a {@link
 * cn.duban.workdays.WorkCalendar} is what both say for one region as known on one date; a {@link
 * cn.duban.workdays.Period} is a budget ({@code 5wd 20d 3m 24h 4wh}), a {@link cn.duban.workdays.Rhythm} a recurring
 * one; {@link cn.duban.workdays.Deadlines} turns an event and a period into a {@link cn.duban.workdays.Deadline} that
 * explains itself day by day.
 *
 * <p>Invariants: nothing published is ever changed or deleted, so that a calendar as of a past date stays what it was;
 * the narrower region wins, then the later publication; a year without a notice is provisional and every result that
 * touches it says so. Everything but {@link cn.duban.workdays.Calendars} and its page is plain Java without Spring or SQL;
 * only the page knows other rooms, {@code web} and {@code units}.
 */
@ApplicationModule(allowedDependencies = {"web", "units"})
@NullMarked
package cn.duban.workdays;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
