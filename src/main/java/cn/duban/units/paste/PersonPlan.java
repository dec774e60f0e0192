package cn.duban.units.paste;

/**
 * What one line about a person comes to.
 *
 * @param who the person: known, the one of an earlier line, or fresh
 * @param where the post: known, opened by an earlier line, or fresh
 */
record PersonPlan(PasteLine line, String name, String login, boolean opensLogin, int unit, Source who, Source where, UnitWords.Duties duties) {

    sealed interface Source {}

    record Known(int id) implements Source {}

    record SameAsLine(int line) implements Source {}

    record Fresh(String name) implements Source {}
}
