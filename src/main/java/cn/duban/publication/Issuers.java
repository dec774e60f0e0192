package cn.duban.publication;

import static cn.duban_db.publication.Tables.ISSUER;

import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Unit;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What stands on top of a unit's bulletins: as it set it, else as its name suggests. */
@Component
class Issuers {

    private final DSLContext sql;
    private final Directories directories;

    Issuers(DSLContext sql, Directories directories) {
        this.sql = sql;
        this.directories = directories;
    }

    Issuer of(int tenant, int unit) {
        return sql.select(ISSUER.MARK, ISSUER.WORD, ISSUER.CONTACT).from(ISSUER).where(ISSUER.TENANT.eq(tenant), ISSUER.UNIT.eq(unit))
                .fetchOptional(r -> new Issuer(r.value1(), r.value2(), r.value3()))
                .orElseGet(() -> derived(directories.of(tenant), unit));
    }

    /** A section signs with its government's name before its own; a department has a full name of its own. */
    private static Issuer derived(Directory directory, int unit) {
        var section = directory.unit(unit).filter(u -> u.kind() == Unit.Kind.SECTION).isPresent();
        var plain = Issuer.derived(directory.tenantName(), section ? directory.unitName(unit) : "");
        return section ? plain : new Issuer(directory.unitName(unit), plain.word(), "");
    }

    void set(int tenant, int unit, Issuer issuer) {
        sql.insertInto(ISSUER).set(ISSUER.TENANT, tenant).set(ISSUER.UNIT, unit).set(ISSUER.MARK, issuer.mark()).set(ISSUER.WORD, issuer.word()).set(ISSUER.CONTACT, issuer.contact())
                .onConflict(ISSUER.TENANT, ISSUER.UNIT).doUpdate().set(ISSUER.MARK, issuer.mark()).set(ISSUER.WORD, issuer.word()).set(ISSUER.CONTACT, issuer.contact())
                .execute();
    }
}
