package cn.duban.cli;

import cn.duban.ledger.Proof;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * {@code verify [--lang=en] [--duban.data=FOLDER | --spring.datasource.url=…]} proves the whole chain of a database: 0 if it holds, 1
 * with a line per break, 2 if there is no ledger to prove. Beans are made when asked for, so that nothing is served,
 * migrated, shipped or scheduled beside the proof.
 */
final class VerifyCommand {

    private static final List<String> ONLY_READING = List.of(
            "--spring.flyway.enabled=false", "--duban.guest=true", "--duban.demo=false", "--duban.timers=false", "--duban.outbox=false", "--duban.alikes=false", "--logging.level.cn.duban=warn");

    private VerifyCommand() {}

    static int run(Class<?> application, String[] words, PrintStream out, PrintStream err) {
        var english = Arrays.asList(words).contains("--lang=en");
        var stray = Arrays.stream(words).filter(word -> !word.startsWith("--")).findFirst();
        if (stray.isPresent()) {
            err.println("verify 不认识“%1$s”，选项写成 --名称=值。 / verify does not know “%1$s”; options read --name=value.".formatted(stray.get()));
            return 2;
        }
        var options = new ArrayList<>(List.of(words));
        options.addAll(ONLY_READING);
        var verify = new SpringApplicationBuilder(application).web(WebApplicationType.NONE).lazyInitialization(true).logStartupInfo(false);
        try (var context = verify.run(options.toArray(String[]::new))) {
            return report(context.getBean(Proof.class).prove(), english, out);
        } catch (RuntimeException failure) {
            var trouble = Trouble.of(failure);
            if (trouble.isEmpty()) throw failure;
            err.println(trouble.get().sentence());
            return 2;
        }
    }

    static int report(Proof.Outcome outcome, boolean english, PrintStream out) {
        out.println("已验证事项 %1$d 件、记录 %2$d 条（其中内容已依法清除 %5$d 条）、锚点 %3$d 个、文件 %4$d 个、已发布的通报 %6$d 份。 / %1$d matters, %2$d entries (%5$d erased by law), %3$d anchors, %4$d files, %6$d bulletins."
                .formatted(outcome.matters(), outcome.entries(), outcome.anchors(), outcome.files(), outcome.erased(), outcome.published()));
        if (!outcome.unused().isEmpty()) out.println(("这些编号给出过而没有事项：%1$s。登记未成、断电、正在运行的系统预留都会留下空号；都不是的，须查明是否整件被删。 / "
                + "Numbers given out that no matter bears: %1$s. A refused opening, a power cut or a running server leaves some; if it is none of these, find out whether a whole matter was deleted.")
                .formatted(String.join("、", outcome.unused())));
        if (outcome.anchors() == 0 && outcome.matters() > 0) out.println("还没有锚点：在第一个锚点之前，整件删除只能从空号看出。 / There is no anchor yet; before the first one a matter deleted whole shows only as an unused number.");
        outcome.breaks().forEach(broken -> out.println(broken.said(english)));
        out.println(outcome.holds() ? "全部记录完整，与锚点一致。 / The record holds."
                : "有 %1$d 处对不上，见上。 / The record is broken in %1$d places, listed above.".formatted(outcome.breaks().size()));
        return outcome.holds() ? 0 : 1;
    }
}
