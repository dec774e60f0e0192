package cn.duban.workdays;

/** What an arrangement makes of a day: a day off (放假) or a working day (调休上班). */
public enum DayKind {
    OFF,
    ON
}
