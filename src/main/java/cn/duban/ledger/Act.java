package cn.duban.ledger;

import cn.duban.units.Outside;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks to do to a matter, and what they give with it.
 *
 * @param action a name from the type, or the kernel's own
 * @param version the version the person saw; null when they do not care (a comment)
 * @param assignment the unit's assignment that it is about
 * @param roles role → units or posts (by the role's bearer)
 * @param evidence hashes of files that this person handed in
 * @param behalf for whom it is entered (代录)
 * @param other the other matter of a merge
 */
public record Act(
        String action,
        @Nullable Integer version,
        @Nullable Integer assignment,
        Map<String, String> words,
        @Nullable LocalDate due,
        Map<String, List<Integer>> roles,
        Map<String, String> fields,
        List<Attachment> evidence,
        @Nullable Behalf behalf,
        @Nullable UUID other,
        @Nullable Integer post) {

    public record Behalf(int unit, String name) {}

    /** A file handed in, as the evidence room described it. */
    public record Attachment(String hash, String name, String kind, String mediaType, long size) {}

    public static Act of(String action) {
        return new Act(action, null, null, Map.of(), null, Map.of(), Map.of(), List.of(), null, null, null);
    }

    public Act seen(int seen) {
        return new Act(action, seen, assignment, words, due, roles, fields, evidence, behalf, other, post);
    }

    public Act on(@Nullable Integer no) {
        return new Act(action, version, no, words, due, roles, fields, evidence, behalf, other, post);
    }

    /** {@code note}, {@code reason}, {@code verdict}, {@code title}, {@code body}: blank ones count as not given. */
    public Act saying(String what, @Nullable String text) {
        if (text == null || text.isBlank()) return this;
        var more = new LinkedHashMap<>(words);
        more.put(what, text.strip());
        return new Act(action, version, assignment, more, due, roles, fields, evidence, behalf, other, post);
    }

    public Act due(@Nullable LocalDate day) {
        return new Act(action, version, assignment, words, day, roles, fields, evidence, behalf, other, post);
    }

    public Act roles(Map<String, List<Integer>> all) {
        return new Act(action, version, assignment, words, due, Map.copyOf(all), fields, evidence, behalf, other, post);
    }

    public Act role(String role, Integer... bearers) {
        return role(role, List.of(bearers));
    }

    public Act role(String role, List<Integer> bearers) {
        var more = new LinkedHashMap<>(roles);
        more.put(role, List.copyOf(bearers));
        return new Act(action, version, assignment, words, due, more, fields, evidence, behalf, other, post);
    }

    public Act field(String field, @Nullable String value) {
        var more = new LinkedHashMap<>(fields);
        more.put(field, value == null ? "" : value.strip());
        return new Act(action, version, assignment, words, due, roles, more, evidence, behalf, other, post);
    }

    public Act with(Attachment... files) {
        var more = new ArrayList<>(evidence);
        more.addAll(List.of(files));
        return new Act(action, version, assignment, words, due, roles, fields, more, behalf, other, post);
    }

    /** The same files as the evidence room describes them. */
    Act files(List<Attachment> described) {
        return new Act(action, version, assignment, words, due, roles, fields, List.copyOf(described), behalf, other, post);
    }

    public Act onBehalfOf(@Nullable Behalf whom) {
        return new Act(action, version, assignment, words, due, roles, fields, evidence, whom, other, post);
    }

    public Act other(@Nullable UUID matter) {
        return new Act(action, version, assignment, words, due, roles, fields, evidence, behalf, matter, post);
    }

    /** The post inside the unit that it is handed to. */
    public Act to(@Nullable Integer desk) {
        return new Act(action, version, assignment, words, due, roles, fields, evidence, behalf, other, desk);
    }

    /** The same with units and posts by the numbers that another government knows them by. */
    public Act numberedFor(int government, int home) {
        if (government == home) return this;
        var named = new LinkedHashMap<String, List<Integer>>();
        roles.forEach((role, bearers) -> named.put(role, bearers.stream().map(bearer -> Outside.seenFrom(government, bearer, home)).toList()));
        return new Act(action, version, assignment, words, due, named, fields, evidence, behalf == null ? null : new Behalf(Outside.seenFrom(government, behalf.unit(), home), behalf.name()), other,
                post == null ? null : Integer.valueOf(Outside.seenFrom(government, post, home)));
    }

    @Nullable String word(String what) {
        return words.get(what);
    }
}
