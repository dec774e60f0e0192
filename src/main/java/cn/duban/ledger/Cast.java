package cn.duban.ledger;

import cn.duban.ledger.type.MatterType.Bearer;
import cn.duban.ledger.type.MatterType.Label;
import cn.duban.ledger.type.MatterType.Role;
import cn.duban.ledger.type.MatterType;
import cn.duban.units.Directory;
import cn.duban.units.Imagined;
import cn.duban.units.Unit;
import cn.duban.web.Viewer.Duty;
import cn.duban.web.Viewer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who plays in a rehearsal: for each role of the type somebody who bears it, a supervisor who also sits in the unit that does
 * the work, the superior, and somebody without any part.
 *
 * @param bearers role → the units or posts that bear it once it is named
 */
record Cast(Directory directory, List<Actor> actors, Map<String, List<Integer>> bearers) {

    /** Somebody on the stage. {@code id} is the role, with a number where several bear it. */
    record Actor(String id, Label name, Viewer viewer) {}

    static final String BOTH = "both";
    static final String SUPERIOR = "superior";
    static final String STRANGER = "stranger";

    private static final Set<Duty> WORKING = Set.of(Duty.REGISTRY, Duty.HANDLE, Duty.REVIEW, Duty.SIGN);
    private static final List<Label> ORDINALS = List.of(new Label("甲", "A"), new Label("乙", "B"));

    static Cast of(MatterType type, Directory like, LocalDate day) {
        return new Casting(type, new Imagined(like)).cast(day);
    }

    Actor actor(String id) {
        return actors.stream().filter(actor -> actor.id().equals(id)).findFirst()
                .orElseThrow(() -> Refusal.of("input", "演练里没有“" + id + "”这个人。", "There is nobody named " + id + " in the rehearsal.").thrown());
    }

    private static final class Casting {

        private final MatterType type;
        private final Imagined town;
        private final Map<String, Seat> seats = new LinkedHashMap<>();
        private final Map<String, List<Integer>> bearers = new LinkedHashMap<>();

        /** A person in a post. */
        private record Seat(Label name, int person, int post) {}

        Casting(MatterType type, Imagined town) {
            this.type = type;
            this.town = town;
        }

        Cast cast(LocalDate day) {
            var government = town.unit("演练政府", Unit.Kind.GOVERNMENT, 0);
            var superior = town.post(government, "政府负责人", true, Set.of(Duty.LEAD, Duty.SIGN));
            var units = type.roles().values().stream().filter(role -> role.bearer() == Bearer.UNIT).toList();
            units.forEach(role -> units(role, government));
            var working = units.stream().filter(role -> !role.ledgerOwner()).findFirst();
            type.roles().values().stream().filter(role -> role.bearer() == Bearer.POST)
                    .forEach(role -> post(role, seat(role, government, working)));
            type.supervisor().ifPresent(owner -> working.ifPresent(role -> both(owner, role)));
            seats.put(SUPERIOR, new Seat(new Label("上级负责人", "The superior"), town.person("上级负责人", superior), superior));
            var elsewhere = town.unit("无关单位", Unit.Kind.DEPARTMENT, government);
            var stranger = town.post(elsewhere, "经办", true, WORKING);
            seats.put(STRANGER, new Seat(new Label("无关单位", "A unit without a part"), town.person("无关单位经办", stranger), stranger));
            var directory = town.on(day);
            var actors = new ArrayList<Actor>();
            seats.forEach((id, seat) -> actors.add(new Actor(id, seat.name(), directory.viewer(directory.person(seat.person()).orElseThrow(), directory.post(seat.post()).orElseThrow()))));
            return new Cast(directory, List.copyOf(actors), bearers);
        }

        private void units(Role role, int government) {
            var borne = new ArrayList<Integer>();
            for (int i = 0; i < (role.many() ? ORDINALS.size() : 1); i++) {
                var name = role.many() ? new Label(role.label().zh() + ORDINALS.get(i).zh(), role.label().en() + " " + ORDINALS.get(i).en()) : role.label();
                var unit = town.unit(name.zh(), Unit.Kind.DEPARTMENT, government);
                var post = town.post(unit, "经办", true, role.ledgerOwner() ? Set.of(Duty.SUPERVISE, Duty.HANDLE) : WORKING);
                seats.put(role.many() ? role.name() + "-" + (i + 1) : role.name(), new Seat(name, town.person(name.zh() + "经办", post), post));
                borne.add(unit);
            }
            bearers.put(role.name(), borne);
        }

        private int seat(Role role, int government, Optional<Role> working) {
            if (role.name().equals(MatterType.APPROVER)) return bearers.get(MatterType.SUPERVISOR).getFirst();
            return role.name().equals("leader") || working.isEmpty() ? government : bearers.get(working.get().name()).getFirst();
        }

        private void post(Role role, int unit) {
            var duty = role.name().equals("leader") ? Duty.LEAD : role.name().equals(MatterType.APPROVER) ? Duty.SUPERVISE : Duty.HANDLE;
            var post = town.post(unit, role.label().zh(), false, Set.of(duty));
            seats.put(role.name(), new Seat(role.label(), town.person(role.label().zh(), post), post));
            bearers.put(role.name(), List.of(post));
        }

        private void both(Role owner, Role working) {
            var desk = town.post(bearers.get(owner.name()).getFirst(), "兼职督查", false, Set.of(Duty.SUPERVISE, Duty.HANDLE));
            var other = town.post(bearers.get(working.name()).getFirst(), "兼职", false, Set.of(Duty.HANDLE));
            var name = new Label("在%s兼职的%s人员".formatted(working.label().zh(), owner.label().zh()), "%s, also a member of the %s".formatted(owner.label().en(), working.label().en().toLowerCase(java.util.Locale.ROOT)));
            seats.put(BOTH, new Seat(name, town.person(name.zh(), desk, other), desk));
        }
    }
}
