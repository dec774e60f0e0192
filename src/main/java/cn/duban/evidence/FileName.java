package cn.duban.evidence;

/** A name as uploaded, made harmless to show and to send back; it never becomes a path. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /** Without folders, control characters and marks that turn the reading direction round ({@code exe.fdp} for {@code pdf.exe}). */
    static String clean(String sent) {
        // browsers write a quotation mark in the name of an upload so, since it ends there
        var name = sent.replace("%22", "\"");
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var shown = last.codePoints().filter(FileName::shown)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().strip();
        if (shown.chars().allMatch(c -> c == '.')) return "未命名";
        return shorten(shown);
    }

    private static boolean shown(int c) {
        var type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE && type != Character.UNASSIGNED
                && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR;
    }

    /** Cuts in front of the ending, at a whole character. */
    private static String shorten(String name) {
        if (name.length() <= LONGEST) return name;
        int dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = LONGEST - ending.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) end--;
        return name.substring(0, end) + ending;
    }
}
