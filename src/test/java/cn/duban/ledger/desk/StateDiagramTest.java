package cn.duban.ledger.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.duban.ledger.desk.StateDiagram.Box;
import cn.duban.ledger.type.MatterType;
import cn.duban.ledger.type.ShippedTypes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Every shipped type can be drawn: nothing lies on anything else, and every way of the file is there. */
class StateDiagramTest {

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    static Stream<MatterType> shipped() {
        return ShippedTypes.load().values().stream();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void drawsEveryStateAndEveryWayOnce(MatterType type) {
        for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            var diagram = StateDiagram.of(type, language);
            assertThat(diagram.boxes()).extracting(Box::state).containsExactlyElementsOf(type.states().keySet());
            for (var action : type.actions().values())
                for (var from : action.from())
                    if (action.to() != null) assertThat(diagram.arrows()).as(action.name()).filteredOn(a -> a.from().equals(from) && a.to().equals(action.to())).singleElement()
                            .satisfies(a -> assertThat(a.lines().stream().map(StateDiagram.Line::text).reduce("", (x, y) -> x + " " + y)).contains(action.label().in(language)));
            apart(diagram);
        }
    }

    private static void apart(StateDiagram diagram) {
        for (var arrow : diagram.arrows()) {
            assertThat(arrow.x()).as("words beside " + arrow).isBetween(1, diagram.width());
            assertThat(arrow.baseline(arrow.lines().size() - 1)).isBetween(StateDiagram.LINE, diagram.height());
            assertThat(diagram.boxes()).as("words of " + arrow).noneMatch(box -> covers(box, arrow.x() + 1, arrow.baseline(0)) || covers(box, arrow.x() + 1, arrow.baseline(arrow.lines().size() - 1)));
            assertThat(diagram.arrows()).filteredOn(other -> other != arrow).as("words of " + arrow).noneMatch(other -> other.x() == arrow.x() && other.y() == arrow.y());
        }
        for (var one : diagram.boxes()) {
            assertThat(one.x()).isNotNegative();
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(diagram.width());
            assertThat(one.y() + one.height()).isLessThanOrEqualTo(diagram.height());
            for (var other : diagram.boxes())
                if (one != other) assertThat(overlap(one, other)).as(one.state() + " " + other.state()).isFalse();
        }
    }

    private static boolean covers(Box box, int x, int y) {
        return x > box.x() && x < box.x() + box.width() && y > box.y() && y < box.y() + box.height();
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.x() + b.width() && b.x() < a.x() + a.width() && a.y() < b.y() + b.height() && b.y() < a.y() + a.height();
    }

    @Test
    void startsAtTheTopAndMarksWhereAMatterWent() {
        var type = ShippedTypes.load().get("rectification-measure");
        var diagram = StateDiagram.of(type, Locale.SIMPLIFIED_CHINESE, "working", List.of("drafted", "assigned", "working"));
        assertThat(diagram.boxes().getFirst().y()).isEqualTo(diagram.boxes().stream().mapToInt(Box::y).min().orElseThrow());
        assertThat(diagram.boxes()).filteredOn(Box::here).extracting(Box::state).containsExactly("working");
        assertThat(diagram.arrows()).filteredOn(StateDiagram.Arrow::taken).extracting(a -> a.from() + ">" + a.to()).containsExactlyInAnyOrder("drafted>assigned", "assigned>working");
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(diagram.inWords()).contains("待交办经“交办”转入待签收");
    }
}
