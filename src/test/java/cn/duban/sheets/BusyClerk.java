package cn.duban.sheets;

import cn.duban.documents.SheetWriter;
import cn.duban.documents.SheetWriter.Look;
import cn.duban.ledger.Tireless;
import cn.duban.ledger.Town;
import cn.duban.sheets.SheetIntake.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program in which a supervisor drops a long ledger and sends it on its way: to be killed while it is imported in the background. */
final class BusyClerk {

    static final int ROWS = 3_000;

    private BusyClerk() {}

    /** @param words the database, the data folder, the key of personal data */
    public static void main(String[] words) throws IOException {
        var context = Tireless.kernel(words[0], words[1], "--duban.keys.personal=" + words[2]);
        var intakes = context.getBean(SheetIntakes.class);
        var importing = context.getBean(Importing.class);
        var worker = context.getBean(Worker.class);
        var inspect = context.getBean(Town.class).as("inspect");
        var id = context.getBean(Uploads.class).take(inspect, "一年的台账.xlsx", ledger(Path.of(words[1])), "");
        importing.check(intakes.required(id, inspect), inspect);
        while (intakes.required(id, inspect).state() == State.CHECKING) worker.step();
        var checked = intakes.required(id, inspect);
        importing.run(checked, checked.version(), inspect);
        System.out.println("running " + inspect.tenant() + " " + id);
        System.in.read();
    }

    private static Path ledger(Path folder) throws IOException {
        var file = folder.resolve("ledger.xlsx");
        try (var sheet = SheetWriter.open("整改台账", 4); var out = Files.newOutputStream(file)) {
            sheet.row(1, List.of("序号", "整改措施", "责任单位", "完成时限"), Look.HEAD);
            for (int i = 1; i <= ROWS; i++) sheet.row(i + 1, List.of("" + i, title(i), i % 2 == 0 ? "市财政局" : "市生态环境局", "2027年6月底前"), Look.TEXT);
            sheet.write(out);
        }
        return file;
    }

    static String title(int no) {
        return "第" + no + "项措施：清理第" + no + "处堆放点";
    }
}
