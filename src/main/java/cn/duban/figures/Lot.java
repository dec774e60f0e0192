package cn.duban.figures;

import cn.duban.ledger.Circle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stretches alike in everything that a board groups by, of matters of one circle. */
record Lot(Circle circle, String ledger, String type, String source, @Nullable Integer unit, @Nullable Integer leader) {

    static Lot of(Circle circle, Stretch stretch) {
        return new Lot(circle, stretch.ledger(), stretch.type(), stretch.source(), stretch.unit(), stretch.leader());
    }

    /** Whoever meets the same lot finds the same, without asking. */
    UUID id() {
        // what people typed comes last, so that nothing else is taken for it
        return named(Stream.of(circle.draft(), secrecy(circle), circle.supervisors(), ledger, type, unit, leader, source));
    }

    static String secrecy(Circle circle) {
        return circle.secrecy().name().toLowerCase(Locale.ROOT);
    }

    private static UUID named(Stream<@Nullable Object> parts) {
        return UUID.nameUUIDFromBytes(parts.map(String::valueOf).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
    }

    /** From one state of a type to another, of matters of one circle. */
    record Way(Circle circle, String ledger, String type, String from, String to) {

        static Way of(Circle circle, Stretch stretch, String from) {
            return new Way(circle, stretch.ledger(), stretch.type(), from, stretch.state());
        }

        UUID id() {
            return named(Stream.of(circle.draft(), secrecy(circle), circle.supervisors(), ledger, type, from, to));
        }
    }

    static Integer[] array(List<Integer> numbers) {
        return numbers.toArray(Integer[]::new);
    }
}
