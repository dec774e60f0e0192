package cn.duban.journey;

/**
 * One page as one person finds it.
 *
 * @param address the address as its controller declares it, with what varies in braces
 * @param login who looks; nobody in particular where it is empty
 * @param path where exactly
 * @param status what the page answers with
 * @param part whether it is only a part of a page, asked for by one
 */
record Visit(String address, String login, String path, int status, boolean part) {

    /** What the page is called among the pictures. */
    String name() {
        var said = path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}", "x").replaceAll("[^\\p{L}\\d.]+", "_").replaceAll("^_|_$", "");
        return (said.isEmpty() ? "home" : said.substring(0, Math.min(90, said.length()))) + (login.isEmpty() ? "" : "@" + login);
    }
}
