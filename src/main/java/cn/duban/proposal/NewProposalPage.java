package cn.duban.proposal;

import cn.duban.ledger.type.MatterType.Field;
import cn.duban.web.Complaints;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param key sent along, so that a second click registers nothing twice @param fields what is filled in when one is registered: whatever no act asks for later */
public record NewProposalPage(ProposalKind kind, String key, List<Field> fields, Map<String, String> typed, Complaints complaints, @Nullable String refused) {

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** How the form names a field of the type. */
    public static String named(Field field) {
        return "field-" + field.name();
    }
}
