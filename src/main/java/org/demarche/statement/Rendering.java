package org.demarche.statement;

import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

import org.demarche.source.Citation;
import org.hibernate.annotations.UuidGenerator;

/** One document's report of a statement. */
@Entity
@Table(name = "rendering")
class Rendering {
    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    int position;
    @OneToOne(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "citation_id")
    Citation citation;
    String mode;
    String words;
    String language;
    @Column(name = "original_language")
    String originalLanguage;
    boolean preferred;
    @Column(name = "via_id")
    UUID via;
    Integer credibility;
}
