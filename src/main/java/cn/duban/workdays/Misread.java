package cn.duban.workdays;

/** What somebody wrote means no period, day or region; the message is one full sentence, in either language. */
final class Misread extends IllegalArgumentException {

    private final String english;

    Misread(String sentence, String english) {
        super(sentence);
        this.english = english;
    }

    String said(boolean inEnglish) {
        return inEnglish ? english : String.valueOf(getMessage());
    }
}
