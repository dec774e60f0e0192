package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.units.Directory;
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
            var post = directory.post(id).filter(p -> p.openOn(directory.today())).orElseThrow(() -> unknown(id));
            change.bear(role.name(), post.unit(), post.id());
        } else {
            directory.unit(id).filter(u -> u.closedOn() == null).orElseThrow(() -> unknown(id));
            change.bear(role.name(), id, null);
        }
    }

    private Refusal.Refused unknown(int id) {
        return Refusal.of("input", "“" + role.label().zh() + "”指定的单位或岗位（" + id + "）在本级政府的机构名录中不存在，或者已经撤销。请从名录中选择；其他政府的单位不能直接承担本级的事项。",
                "The unit or post " + id + " named as " + role.label().en() + " is not in this government's register or was closed. Choose one from the register; units of another government cannot bear a role here.").thrown();
    }
}
