package cn.duban.units.page;

import cn.duban.units.Directory;
import cn.duban.units.Person;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody with the posts they hold. */
public record PersonRow(Person person, List<PostRow> posts) {

    static PersonRow of(Person person, Directory directory) {
        return new PersonRow(person, directory.postsOf(person.id()).stream().map(post -> PostRow.of(post, directory)).toList());
    }

    /** On one line, so that people of one name can be told apart. */
    String said() {
        return person.name() + posts.stream().map(row -> row.unit() + " " + row.post().name()).collect(Collectors.joining("、", "　", "")).stripTrailing();
    }

    boolean answers(String q) {
        return said().contains(q);
    }
}
