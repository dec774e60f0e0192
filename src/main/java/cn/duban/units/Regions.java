package cn.duban.units;

import static cn.duban.units.Refusals.refuse;
import static cn.duban_db.units.Tables.REGION;
import static org.jooq.Records.mapping;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Divisions by their GB/T 2260 code. Only the province level is shipped; what lies below is entered here when it is needed.
 */
@Component
public class Regions {

    private final DSLContext sql;

    Regions(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<Region> on(String code, LocalDate day) {
        return sql.select(REGION.CODE, REGION.NAME, REGION.PARENT, REGION.VALID_FROM, REGION.VALID_TO)
                .from(REGION)
                .where(REGION.CODE.eq(code), REGION.VALID_FROM.le(day), REGION.VALID_TO.isNull().or(REGION.VALID_TO.gt(day)))
                .fetchOptional(mapping(Region::new));
    }

    /**
     * The division a government says it is. A code that is not known yet is entered with that name, provided that its
     * province is known.
     */
    @Transactional
    public Region known(String code, String name, LocalDate day) {
        if (!code.matches("[0-9]{6}")) throw refuse("region-code-form", code);
        var found = on(code, day);
        if (found.isPresent()) return found.get();
        var province = code.substring(0, 2) + "0000";
        if (on(province, day).isEmpty()) throw refuse("region-province", code, code.substring(0, 2));
        if (name.isBlank()) throw refuse("region-without-name", code);
        var city = code.substring(0, 4) + "00";
        var region = new Region(code, Names.kept(name), !city.equals(code) && on(city, day).isPresent() ? city : province, day, null);
        enter(region);
        return region;
    }

    /** Enters one division as it is, without looking at its province: for a list that was imported. */
    @Transactional
    public void enter(Region region) {
        sql.insertInto(REGION)
                .set(REGION.CODE, region.code()).set(REGION.NAME, region.name()).set(REGION.PARENT, region.parent())
                .set(REGION.VALID_FROM, region.validFrom()).set(REGION.VALID_TO, region.validTo())
                .onConflict(REGION.CODE, REGION.VALID_FROM).doUpdate()
                .set(REGION.NAME, region.name()).set(REGION.PARENT, region.parent()).set(REGION.VALID_TO, region.validTo())
                .execute();
    }
}
