package org.demarche.event;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

import org.demarche.source.Citation;
import org.hibernate.annotations.UuidGenerator;

/** A link from the item that owns it to another. */
@Entity
@Table(name = "link")
class Link {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    @Column(name = "from_id")
    UUID from;
    int position;
    @Column(name = "to_id")
    UUID to;
    String kind;
    String basis;
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinTable(name = "link_citation", joinColumns = @JoinColumn(name = "link_id"), inverseJoinColumns = @JoinColumn(name = "citation_id"))
    @OrderColumn(name = "position")
    List<Citation> citations = new ArrayList<>();

    Link() {
    }

    Link(UUID from, LinkRecord record, int position) {
        this.from = from;
        this.position = position;
        to = record.to();
        kind = record.kind();
        basis = record.basis();
        record.citations().forEach(citation -> citations.add(new Citation(citation)));
    }
}
