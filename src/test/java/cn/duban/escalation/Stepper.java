package cn.duban.escalation;

import cn.duban.ledger.Tireless;
import java.time.LocalDate;
import org.springframework.context.ConfigurableApplicationContext;

/** A program that lets a ladder climb day after day, to be killed in the middle of it. */
public final class Stepper {

    private Stepper() {}

    /** @param words the database, the data folder, the government, the first day and how many follow it */
    public static void main(String[] words) {
        ConfigurableApplicationContext context = Tireless.kernel(words[0], words[1]);
        var firing = context.getBean(Firing.class);
        var tenant = Integer.parseInt(words[2]);
        var first = LocalDate.parse(words[3]);
        System.out.println("ready");
        for (int day = 0; day < Integer.parseInt(words[4]); day += 3) {
            var made = firing.fire(tenant, first.plusDays(day).atStartOfDay(java.time.ZoneId.of("Asia/Shanghai")).toInstant());
            System.out.println("made " + made);
        }
        System.out.println("done");
    }
}
