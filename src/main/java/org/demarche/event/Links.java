package org.demarche.event;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.demarche.item.ItemKind;

/** What is linked to what: a link is kept with its later end. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class Links {
    /** Links of more items than this to one are not told one by one. */
    private static final int MOST = 200;
    private static final List<LinkKind> REACTING = List.of(LinkKind.RESPONDS_TO, LinkKind.REBUTS, LinkKind.SUPPORTS, LinkKind.CONTRADICTS);

    @Inject
    EntityManager entities;

    /** @param from the item that reacts */
    public record Reaction(UUID from, UUID to, LinkKind kind) {
    }

    /**
     * Links that respond to one of these items, rebut, support or contradict it. Those of retracted items are not left out. One query.
     *
     * @param most more are not told
     */
    public List<Reaction> reactions(Collection<UUID> to, int most) {
        return to.isEmpty() ? List.of() : entities.createQuery("select link.from, link.to, link.kind from Link link where link.to in :items and link.kind in :kinds order by link.id", Object[].class)
                .setParameter("items", to).setParameter("kinds", REACTING.stream().map(LinkKind::name).toList()).setMaxResults(most).getResultList().stream()
                .map(row -> new Reaction((UUID) row[0], (UUID) row[1], LinkKind.valueOf((String) row[2]))).toList();
    }

    /**
     * One link as it is kept.
     *
     * @param from the later end, which holds it
     * @param kind as {@link LinkRecord} has it
     */
    public record Kept(UUID from, String kind, UUID to) {
        /** 'responds to': what the first is to the second. */
        public String words() {
            return LinkKind.valueOf(kind).label();
        }
    }

    /** All links of an item, whichever end it is. One query. */
    public List<Kept> of(UUID item) {
        return entities.createQuery("select link.from, link.kind, link.to from Link link where link.to = :item or link.from = :item order by link.id", Object[].class)
                .setParameter("item", item).setMaxResults(MOST).getResultList().stream()
                .map(row -> new Kept((UUID) row[0], (String) row[1], (UUID) row[2])).toList();
    }

    /** The statements or events, none of them retracted, with a link that rests on this document; at most so many. One query. */
    public List<UUID> citing(UUID document, ItemKind kind, int most) {
        return ((List<?>) entities.createNativeQuery("select distinct link.from_id from citation join link_citation on link_citation.citation_id = citation.id "
                + "join link on link.id = link_citation.link_id join item on item.id = link.from_id "
                + "where citation.document_id = :document and item.kind = :kind and not item.retracted order by link.from_id", UUID.class)
                .setParameter("document", document).setParameter("kind", kind.name()).setMaxResults(most).getResultList()).stream().map(UUID.class::cast).toList();
    }
}
