package cn.duban.bench;

import cn.duban.ledger.DuplicateBatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A ledger kept in Excel taken in through the pages, as a supervisor does it: dropped, mapped as it was recognised, checked, run. */
final class Imports {

    private static final String[] HEAD = {"序号", "反馈问题", "整改措施", "整改目标", "责任单位", "完成时限"};
    private static final int MEASURES = 5;

    private final Options options;
    private final Prose prose;

    Imports(Options options, Prose prose) {
        this.options = options;
        this.prose = prose;
    }

    /** @param found how many rows may stand on the ledger already and were opened all the same */
    record Took(int rows, Duration read, Duration checked, int found, Duration written) {

        String said() {
            return "%d rows: read %.1f s, checked %.1f s, written %.1f s, together %.1f s; %d looked alike".formatted(
                    rows, seconds(read), seconds(checked), seconds(written), seconds(read.plus(checked).plus(written)), found);
        }

        private static double seconds(Duration took) {
            return took.toMillis() / 1000.0;
        }
    }

    /** @param issue tells its texts from those of other sheets */
    Took take(int rows, int issue, String unit) throws Exception {
        var file = workbook(rows, issue, unit);
        try (var door = new Door(options.port()).signIn("inspect")) {
            var forms = new Forms(door);
            var start = System.nanoTime();
            var sent = door.upload("/sheets", "台账" + issue + ".xlsx", file);
            if (sent.status() != 302) throw new IOException("The sheet was answered with " + sent.status() + ": " + sent.text());
            var here = Forms.path(sent.location());
            var read = since(start);

            start = System.nanoTime();
            var mapping = Forms.of(forms.page(here), here + "/mapping");
            // a ledger of its own: with the same columns it would be taken for the next issue of the sheet before
            mapping.put("book", "");
            mapping.put("then", "check");
            forms.post(here + "/mapping", mapping);
            await(forms, here);
            var checked = since(start);

            var found = 0;
            for (var page = forms.page(here); page.selectFirst("form[action=" + here + "/duplicates]") != null; page = forms.page(here)) {
                found = Math.max(found, Integer.parseInt(page.selectFirst(".plan-bar p").text().replaceAll("\\D", "")));
                var decided = Forms.of(page, here + "/duplicates");
                decided.put(DuplicateBatch.ALL, "编制台账时已逐条核对");
                forms.post(here + "/duplicates", decided);
            }

            start = System.nanoTime();
            forms.post(here + "/run", Forms.of(forms.page(here), here + "/run"));
            await(forms, here);
            if (!forms.page(here).select(".alert-success").isEmpty()) return new Took(rows, read, checked, found, since(start));
            throw new IOException("The import did not end well: " + forms.page(here).select("main").text());
        }
    }

    private byte[] workbook(int rows, int issue, String unit) throws IOException {
        var random = new SplittableRandom(options.seed() * 1009 + issue);
        try (var book = new SXSSFWorkbook(100); var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("整改台账");
            var head = sheet.createRow(0);
            for (int i = 0; i < HEAD.length; i++) head.createCell(i).setCellValue(HEAD[i]);
            var finding = "";
            for (int no = 1; no <= rows; no++) {
                var about = prose.category(random);
                if (no % MEASURES == 1) finding = prose.title(about, random) + "（" + issue + "-" + (no / MEASURES + 1) + "）";
                var row = sheet.createRow(no);
                row.createCell(0).setCellValue(no);
                row.createCell(1).setCellValue(finding);
                row.createCell(2).setCellValue(prose.title(about, random) + "，" + prose.note(about, random));
                row.createCell(3).setCellValue(prose.goal(about, random));
                row.createCell(4).setCellValue(unit);
                row.createCell(5).setCellValue(options.asOf().plusDays(30 + random.nextInt(300)).toString());
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void await(Forms forms, String here) throws IOException, InterruptedException {
        while (forms.page(here).getElementById("progress") != null) TimeUnit.SECONDS.sleep(1);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
