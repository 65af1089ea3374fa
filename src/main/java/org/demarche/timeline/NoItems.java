package org.demarche.timeline;
import org.demarche.item.*;
import java.util.*;
@jakarta.enterprise.context.ApplicationScoped
@io.quarkus.arc.DefaultBean
class NoItems implements Items {
    public Slice list(TimelineQuery q){return new Slice(List.of(),null,0);} public Total count(TimelineQuery q){return new Total(0,0);}
    public void each(TimelineQuery q, java.util.function.Consumer<List<Item>> b){} public List<Item> of(Collection<UUID> ids){return List.of();}
    public Lanes lanes(TimelineQuery q, List<Long> b, int m){return new Lanes(b,List.of());} public Optional<org.demarche.time.Window> opening(TimelineQuery q){return Optional.empty();}
    public Optional<org.demarche.time.Window> extent(TimelineQuery q){return Optional.empty();} public Edges edges(TimelineQuery q){return null;}
}
