package cn.duban.units.page;

import cn.duban.units.Directory;
import cn.duban.units.Person;
import cn.duban.units.Post;
import cn.duban.web.Words;
import java.util.List;
import java.util.stream.Collectors;

/** A post with its unit and whoever holds it. */
public record PostRow(Post post, String unit, List<Person> holders) {

    static PostRow of(Post post, Directory directory) {
        return new PostRow(post, directory.fullName(post.unit()), directory.holders(post.id()));
    }

    public String duties() {
        return post.duties().stream().sorted().map(duty -> Words.say("units.duty." + duty)).collect(Collectors.joining(Words.english() ? ", " : "、"));
    }
}
