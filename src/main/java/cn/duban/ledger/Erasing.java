package cn.duban.ledger;

import cn.duban.web.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes away for good what one entry says, where the law asks for it: header, digest and place in the chain stay, and an entry of
 * its own says who erased it and why. That entry states every row of the matter anew, so that the record goes on proving all
 * of them; only what was written in the erased entry is gone. Pure.
 *
 * <p>《个人信息保护法》第四十七条：处理目的已实现、无法实现或者不再必要，或者个人撤回同意的，应当主动删除个人信息。
 */
record Erasing(Lifecycle lifecycle) {

    static final String ACT = "erase";

    private static final List<String> TEXTS = List.of("note", "reason", "verdict");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /** @param entries the entry of this matter with a number, as it is stored */
    Change decide(Dossier dossier, Act act, Viewer viewer, Instant now, IntFunction<Optional<Entry>> entries) {
        var standing = new Standing(lifecycle.type(), dossier, viewer, lifecycle.directory());
        Lifecycle.throwIf(act.behalf() == null ? null : KernelActs.ownName());
        var change = lifecycle.begin(act, dossier, now);
        new KernelActs(lifecycle).supervised(standing, act);
        var asked = act.word("entry");
        if (asked == null) throw new Refusal("missing", "请指明要清除哪一条记录的内容。", "Name the entry whose content is to be erased.", List.of(), List.of("entry")).thrown();
        var entry = (NUMBER.matcher(asked).matches() ? entries.apply(Integer.parseInt(asked)) : Optional.<Entry>empty())
                .orElseThrow(() -> Refusal.of("input", "这件事没有第" + asked + "条记录，请看办理经过里的序号。", "This matter has no entry " + asked + "; see the numbers in its timeline.").thrown());
        if (entry.payload() == null) throw Refusal.of("state", "第" + asked + "条记录的内容已经清除。", "The content of entry " + asked + " was erased already.").thrown();
        if (entry.act().equals(ACT)) throw Refusal.of("state", "第" + asked + "条记录本身记载一次清除，不能清除。", "Entry " + asked + " records an erasure and stays.").thrown();
        change.words.remove("entry");
        change.words.put("erased", List.of(entry.no()));
        change.erases = entry.no();
        var texts = TEXTS.stream().flatMap(word -> Stream.ofNullable(Objects.requireNonNull(entry.payload()).get(word))).map(Object::toString).collect(Collectors.toSet());
        change.assignments.replaceAll((no, assignment) -> assignment.without(texts));
        return change;
    }
}
