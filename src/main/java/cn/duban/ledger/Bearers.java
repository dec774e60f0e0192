package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.units.Directory;
import cn.duban.units.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Names who bears a role from now on; who bore it until now stays on the record with an end. */
record Bearers(Directory directory, Role role) {

    void replace(Change change, List<Integer> bearers) {
        if (!role.many() && bearers.size() > 1)
            throw Refusal.of("input", "“" + role.label().zh() + "”只能有一个。", "There can be only one " + role.label().en() + ".").thrown();
        var wanted = new ArrayList<>(bearers.stream().distinct().toList());
        for (var r : List.copyOf(change.responsibilities.values())) {
            if (!r.current() || !r.role().equals(role.name())) continue;
            var key = role.bearer() == Bearer.POST ? r.post() : Integer.valueOf(r.unit());
            if (!wanted.remove(Objects.requireNonNull(key))) change.responsibilities.put(r.no(), r.ended(change.now));
        }
        wanted.forEach(id -> add(change, id));
    }

    private void add(Change change, int id) {
        if (role.bearer() == Bearer.POST) {
            var post = directory.post(id).filter(p -> reachable(id) && p.openOn(directory.today())).orElseThrow(() -> unknown(id));
            change.bear(role.name(), post.unit(), post.id());
        } else {
            directory.unit(id).filter(u -> reachable(id) && u.closedOn() == null).orElseThrow(() -> unknown(id));
            change.bear(role.name(), id, null);
        }
    }

    /** One's own, or of a government above or below. */
    private boolean reachable(int id) {
        return !Outside.is(id) || directory.related(id);
    }

    private Refusal.Refused unknown(int id) {
        if (Outside.is(id))
            return Refusal.of("input", "“" + role.label().zh() + "”指定的外单位不在本级政府的上级或者下级政府的机构名录中，或者已经撤销，不能承担本级的事项。请从上下级政府的单位中选择。",
                    "The unit outside named as " + role.label().en() + " is not in the register of a government above or below this one, or was closed. Choose a unit of one of those.").thrown();
        return Refusal.of("input", "“" + role.label().zh() + "”指定的单位或岗位（" + id + "）在本级政府的机构名录中不存在，或者已经撤销。请从名录中选择。",
                "The unit or post " + id + " named as " + role.label().en() + " is not in this government's register or was closed. Choose one from the register.").thrown();
    }
}
