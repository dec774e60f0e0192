package cn.duban.access;

import cn.duban.units.Directories;
import cn.duban.units.Directory;
import cn.duban.units.Tenants;
import cn.duban.web.Desk;
import cn.duban.web.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register of {@code units} as sign-in needs it: which posts a person may act in today, as viewers. */
@Component
class Roster implements Desk {

    private final Directories directories;
    private final Tenants tenants;

    Roster(Directories directories, Tenants tenants) {
        this.directories = directories;
        this.tenants = tenants;
    }

    /** Every post that the person holds today; none for somebody who has left. */
    List<Viewer> posts(int tenant, int person) {
        var directory = directories.of(tenant);
        return directory.person(person)
                .filter(found -> found.hereOn(directory.today()))
                .map(found -> directory.postsOf(person).stream().map(post -> directory.viewer(found, post)).toList())
                .orElse(List.of());
    }

    Optional<Viewer> viewer(int tenant, int person, int post) {
        return posts(tenant, person).stream().filter(viewer -> viewer.post() == post).findFirst();
    }

    String name(int tenant, int person) {
        return directories.of(tenant).person(person).map(found -> found.name()).orElse("");
    }

    String postName(int tenant, int post) {
        var directory = directories.of(tenant);
        return directory.post(post).map(found -> directory.unitName(found.unit()) + " " + found.name()).orElse("");
    }

    Directory directory(int tenant) {
        return directories.of(tenant);
    }

    /** The governments of this installation: number and name. */
    List<GovernmentChoice> governments() {
        return tenants.all().stream().map(tenant -> new GovernmentChoice(tenant, directories.of(tenant).tenantName())).toList();
    }

    @Override
    public @Nullable String government(@Nullable Viewer viewer) {
        if (viewer != null) return directories.of(viewer.tenant()).tenantName();
        var all = tenants.all();
        return all.size() == 1 ? directories.of(all.getFirst()).tenantName() : null;
    }

    @Override
    public List<Viewer> posts(Viewer viewer) {
        return posts(viewer.tenant(), viewer.person());
    }
}
