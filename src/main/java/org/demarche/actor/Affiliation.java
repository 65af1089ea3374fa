package org.demarche.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;

import org.demarche.history.RootRow;
import org.demarche.source.Citation;

/** A dated tie of one actor to another. */
@Entity
@Table(name = "affiliation")
class Affiliation extends RootRow {
    @Column(name = "member_id")
    UUID member;
    @Column(name = "whole_id")
    UUID whole;
    String kind;
    String role;
    String level;
    String since;
    String until;
    @Column(name = "start_first")
    long startFirst;
    @Column(name = "start_last")
    long startLast;
    @Column(name = "end_first")
    long endFirst;
    @Column(name = "end_last")
    long endLast;
    boolean speaks;
    @Column(name = "speaks_until")
    String speaksUntil;
    boolean contested;
    String basis;
    String note;
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinTable(name = "affiliation_citation", joinColumns = @JoinColumn(name = "affiliation_id"), inverseJoinColumns = @JoinColumn(name = "citation_id"))
    @OrderColumn(name = "position")
    List<Citation> citations = new ArrayList<>();
}
