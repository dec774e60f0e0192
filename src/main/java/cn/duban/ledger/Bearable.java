package cn.duban.ledger;

import cn.duban.ledger.ActForm.Ask.Choice;
import cn.duban.ledger.ActForm.Ask.Group;
import cn.duban.units.Directory;
import cn.duban.units.Post;
import cn.duban.web.Viewer.Duty;
import java.util.List;
import java.util.function.Predicate;

/** Who may be named for a role, as forms offer it. Pure. */
public record Bearable(Directory directory) {

    /** All open units in the order of the tree, each set in under its own. */
    public List<Choice> units() {
        var root = directory.root().id();
        return directory.below(root).stream().map(id -> new Choice(String.valueOf(id), "\u3000".repeat(Math.max(0, directory.lineage(id).size() - 2)) + directory.unitName(id))).toList();
    }

    /** For who answers as a leader the leading posts, for anybody else those that work. */
    public List<Group> posts(String role) {
        Predicate<Post> fits = role.equals("leader") ? post -> post.has(Duty.LEAD) : post -> post.duties().stream().anyMatch(Standing.WORKING::contains);
        return posts(directory.root().id(), fits);
    }

    List<Group> posts(int unit, Predicate<Post> fits) {
        return directory.below(unit).stream().map(one -> group(one, fits)).filter(group -> !group.choices().isEmpty()).toList();
    }

    private Group group(int unit, Predicate<Post> fits) {
        return new Group(directory.unitName(unit), directory.posts(unit).stream().filter(fits).map(this::choice).toList());
    }

    private Choice choice(Post post) {
        return new Choice(String.valueOf(post.id()), directory.called(post.id()));
    }
}
