package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.demarche.item.ActorRef;
import org.demarche.item.Item;

/**
 * Who stands how toward whom, as a network in GraphML. Memory grows with the number of those who spoke of each other, not with that of the
 * statements.
 */
final class NetworkFormat extends ExportFormat {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

    NetworkFormat() {
        super("graphml", "graphml", "application/graphml+xml", "Network, GraphML", "Actors, and an edge from each principal to each it spoke about: weight is the sum of the stances’ strength, sign says which way they lean. "
                + "For Gephi, igraph, visone. No events, no single statement.");
    }

    @Override
    public Unit unit() {
        return Unit.TIE;
    }

    /** What is counted of one actor toward another. */
    private static final class Edge {
        private long statements;
        private long coded;
        private long sum;
        private long strength;

        void add(List<Integer> values) {
            statements++;
            if (!values.isEmpty()) {
                coded++;
            }
            values.forEach(value -> {
                sum += value;
                strength += Math.abs(value);
            });
        }
    }

    private record Ends(ActorRef from, ActorRef to) {
    }

    @Override
    long count(Export export) throws IOException {
        return edges(export).size();
    }

    @Override
    void write(Export export, OutputStream out) throws IOException {
        write(new Xml(out), edges(export), export);
    }

    private static Map<Ends, Edge> edges(Export export) throws IOException {
        var edges = new HashMap<Ends, Edge>();
        export.each(items -> {
            for (var item : items) {
                var found = ends(item);
                if (found.isEmpty()) {
                    export.leaveOut();
                }
                found.forEach((ends, values) -> edges.computeIfAbsent(ends, none -> new Edge()).add(values));
            }
        });
        return edges;
    }

    /** The stances of one item, by who holds them toward whom; of whom it is about without a stance an empty list. */
    private static Map<Ends, List<Integer>> ends(Item item) {
        var found = new HashMap<Ends, List<Integer>>();
        for (var principal : item.principals()) {
            item.targets().forEach(target -> found.put(new Ends(principal, target), new ArrayList<>()));
        }
        for (var stance : item.stances()) {
            if (stance.toward() != null) {
                var holders = stance.holder() == null ? item.principals() : List.of(stance.holder());
                holders.forEach(holder -> found.computeIfAbsent(new Ends(holder, stance.toward()), none -> new ArrayList<>()).add(stance.value()));
            }
        }
        return found;
    }

    private static void write(Xml xml, Map<Ends, Edge> edges, Export export) throws IOException {
        xml.begin("graphml", "xmlns", NAMESPACE, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
                "xsi:schemaLocation", NAMESPACE + " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd");
        var facts = facts(export);
        for (var name : facts.keySet()) {
            key(xml, "graph", name, "string");
        }
        key(xml, "node", "label", "string");
        key(xml, "node", "name", "string");
        key(xml, "node", "type", "string");
        key(xml, "edge", "weight", "double");
        key(xml, "edge", "sign", "int");
        key(xml, "edge", "stance", "double");
        key(xml, "edge", "statements", "int");
        key(xml, "edge", "coded", "int");
        xml.begin("graph", "id", "timeline", "edgedefault", "directed");
        for (var fact : facts.entrySet()) {
            data(xml, "graph", fact.getKey(), fact.getValue());
        }
        nodes(xml, edges);
        int number = 0;
        var inOrder = edges.entrySet().stream().sorted(Comparator.comparing((Map.Entry<Ends, Edge> edge) -> edge.getKey().from.slug()).thenComparing(edge -> edge.getKey().to.slug())).toList();
        for (var edge : inOrder) {
            edge(xml, ++number, edge.getKey(), edge.getValue());
        }
        xml.end().end().flush();
    }

    private static Map<String, String> facts(Export export) {
        return Stream.concat(export.provenance().entries().entrySet().stream(), Provenance.entries(export.rows()).entrySet().stream()).filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() instanceof List<?> list ? list.stream().map(Object::toString).collect(Collectors.joining(", "))
                        : entry.getValue().toString(), (one, other) -> one, java.util.LinkedHashMap::new));
    }

    private static void nodes(Xml xml, Map<Ends, Edge> edges) throws IOException {
        var actors = new HashSet<ActorRef>();
        edges.keySet().forEach(ends -> actors.addAll(List.of(ends.from, ends.to)));
        for (var actor : actors.stream().sorted(Comparator.comparing(ActorRef::slug)).toList()) {
            xml.begin("node", "id", actor.slug());
            data(xml, "node", "label", actor.shortName());
            data(xml, "node", "name", actor.name());
            data(xml, "node", "type", actor.type());
            xml.end();
        }
    }

    private static void edge(Xml xml, int number, Ends ends, Edge edge) throws IOException {
        xml.begin("edge", "id", "e" + number, "source", ends.from.slug(), "target", ends.to.slug());
        data(xml, "edge", "weight", String.valueOf((double) edge.strength));
        data(xml, "edge", "sign", String.valueOf(Long.signum(edge.sum)));
        if (edge.coded > 0) {
            data(xml, "edge", "stance", String.valueOf(Math.round(1000.0 * edge.sum / edge.coded) / 1000.0));
        }
        data(xml, "edge", "statements", String.valueOf(edge.statements));
        data(xml, "edge", "coded", String.valueOf(edge.coded));
        xml.end();
    }

    private static void key(Xml xml, String of, String name, String type) throws IOException {
        xml.empty("key", "id", id(of, name), "for", of, "attr.name", name, "attr.type", type);
    }

    private static void data(Xml xml, String of, String name, String value) throws IOException {
        xml.element("data", value, "key", id(of, name));
    }

    /** Gephi knows an edge's weight by the name of its key. */
    private static String id(String of, String name) {
        return name.equals("weight") ? name : of + "_" + name;
    }
}
