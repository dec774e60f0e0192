package cn.duban.notices;

import cn.duban.ledger.Postman;
import cn.duban.ledger.Secrecy;
import cn.duban.ledger.Tireless;
import cn.duban.ledger.Town;
import java.io.IOException;
import org.jooq.DSLContext;

/** A program that hands out a measure, whose registry wants to be told by mail and text; to be killed before or while it sends. */
final class Courier {

    private Courier() {}

    /** @param words the database, the data folder, the key file, the port of the mail server, the address of the gateway, and whether it sends */
    public static void main(String[] words) throws IOException {
        var context = Tireless.kernel(words[0], words[1], "--duban.keys.personal=" + words[2], "--duban.outward.allowed=127.0.0.1");
        var town = context.getBean(Town.class);
        var office = new Office(context.getBean(DSLContext.class), town, context.getBean(Gateways.class), context.getBean(Manners.class), context.getBean(Postman.class));
        office.mail(Integer.parseInt(words[3]), Secrecy.INTERNAL);
        office.sms(words[4], Secrecy.PUBLIC);
        office.wants("eco.registry", Office.NEVER, Channel.MAIL, Channel.SMS);
        town.anAssignedMeasure();
        System.out.println("committed " + office.tenant());
        if (words[5].equals("send")) {
            office.aMinuteLater();
            context.getBean(Posting.class).send(office.tenant());
        }
        System.in.read();
    }
}
