package cn.duban.ledger.desk;

import cn.duban.ledger.desk.StateDiagram.Arrow;
import cn.duban.ledger.desk.StateDiagram.Box;
import cn.duban.ledger.desk.StateDiagram.Line;
import cn.duban.ledger.desk.StateDiagram.Way;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

/** Where boxes, arrows and their words lie, as the layered algorithm of the Eclipse Layout Kernel decides it. Pure; the same every time. */
record DiagramLayout(Map<String, List<Line>> boxes, Map<Way, List<Line>> ways) {

    private static final int MARGIN = 12;
    private static final int POINT = 8;

    StateDiagram draw(Function<String, String> look, @Nullable String here, List<Way> taken) {
        var graph = graph();
        var nodes = new LinkedHashMap<String, ElkNode>();
        boxes.forEach((state, lines) -> nodes.put(state, node(graph, lines)));
        var edges = new LinkedHashMap<Way, ElkEdge>();
        ways.forEach((way, lines) -> edges.put(way, edge(nodes.get(way.from()), nodes.get(way.to()), lines)));
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        var drawn = new ArrayList<Box>();
        nodes.forEach((state, node) -> drawn.add(new Box(state, look.apply(state), (int) node.getX(), (int) node.getY(), (int) node.getWidth(), (int) node.getHeight(), boxes.get(state), state.equals(here))));
        var arrows = new ArrayList<Arrow>();
        edges.forEach((way, edge) -> arrows.add(arrow(way, edge, taken.contains(way))));
        return new StateDiagram((int) Math.ceil(graph.getWidth()), (int) Math.ceil(graph.getHeight()), List.copyOf(drawn), List.copyOf(arrows));
    }

    private static ElkNode graph() {
        var graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(MARGIN));
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        // the order of the file is the order in which people think of the states
        graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.MODEL_ORDER);
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_NODES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, 36.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 14.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 3.0);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 22.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
        return graph;
    }

    private static ElkNode node(ElkNode graph, List<Line> lines) {
        var node = ElkGraphUtil.createNode(graph);
        node.setDimensions(Math.max(96, width(lines) + 28), lines.size() * StateDiagram.LINE + 18);
        return node;
    }

    private static ElkEdge edge(ElkNode from, ElkNode to, List<Line> lines) {
        var edge = ElkGraphUtil.createSimpleEdge(from, to);
        // a label without a text is laid nowhere
        var label = ElkGraphUtil.createLabel(lines.getFirst().text(), edge);
        label.setDimensions(width(lines), lines.size() * StateDiagram.LINE);
        label.setProperty(CoreOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
        return edge;
    }

    private static double width(List<Line> lines) {
        return Math.ceil(lines.stream().mapToDouble(line -> StateDiagram.ems(line.text())).max().orElse(0) * StateDiagram.TEXT) + 6;
    }

    private Arrow arrow(Way way, ElkEdge edge, boolean taken) {
        var section = edge.getSections().getFirst();
        var label = edge.getLabels().getFirst();
        return new Arrow(way.from(), way.to(), path(section), head(section), (int) label.getX() + 3, (int) label.getY(), ways.get(way), taken);
    }

    private static String path(ElkEdgeSection section) {
        var path = new StringBuilder("M" + point(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> path.append(" L").append(point(bend.getX(), bend.getY())));
        return path.append(" L").append(point(section.getEndX(), section.getEndY())).toString();
    }

    private static String head(ElkEdgeSection section) {
        var bends = section.getBendPoints();
        var fromX = bends.isEmpty() ? section.getStartX() : bends.getLast().getX();
        var fromY = bends.isEmpty() ? section.getStartY() : bends.getLast().getY();
        var angle = Math.atan2(section.getEndY() - fromY, section.getEndX() - fromX);
        var corners = new StringBuilder(point(section.getEndX(), section.getEndY()));
        for (var side : new double[] {.42, -.42})
            corners.append(' ').append(point(section.getEndX() - POINT * Math.cos(angle + side), section.getEndY() - POINT * Math.sin(angle + side)));
        return corners.toString();
    }

    private static String point(double x, double y) {
        return Math.round(x) + "," + Math.round(y);
    }
}
