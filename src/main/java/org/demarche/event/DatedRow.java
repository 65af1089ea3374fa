package org.demarche.event;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;

import org.demarche.coding.CodingRecord;
import org.demarche.history.RootRow;
import org.demarche.time.EdtfDate;

/** What statements and events have in common: they share one table of ids and dates, {@code item}. */
@MappedSuperclass
public abstract class DatedRow extends RootRow {
    @Column(name = "kind")
    protected String itemKind;
    protected String edtf;
    @Column(name = "start_first")
    protected long startFirst;
    @Column(name = "start_last")
    protected long startLast;
    @Column(name = "end_first")
    protected long endFirst;
    @Column(name = "end_last")
    protected long endLast;
    @Column(name = "date_basis")
    protected String dateBasis;
    @Column(name = "time_of_day")
    protected String time;
    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "item_topic", joinColumns = @JoinColumn(name = "item_id"))
    @OrderColumn(name = "position")
    @Column(name = "topic_id")
    protected List<UUID> topics = new ArrayList<>();
    // Codings and links write their item's id themselves: two entities own these lists, and Hibernate can keep such a column for one only.
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "item_id", updatable = false)
    protected List<Coding> codings = new ArrayList<>();
    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "from_id", updatable = false)
    protected List<Link> links = new ArrayList<>();

    protected void date(String text, String basis, String timeOfDay) {
        var days = EdtfDate.parse(text).days();
        edtf = text;
        startFirst = days.s1();
        startLast = days.s2();
        endFirst = days.e1();
        endLast = days.e2();
        dateBasis = basis;
        time = timeOfDay;
    }

    /** Takes the parts off that {@link #parts} will set anew; flush in between, for rows that are alike may follow. */
    public void clear() {
        topics.clear();
        codings.clear();
        links.clear();
    }

    protected void parts(List<UUID> topicIds, List<CodingRecord> codingRecords, List<LinkRecord> linkRecords) {
        topics.addAll(topicIds);
        for (int index = 0; index < codingRecords.size(); index++) {
            codings.add(new Coding(id, codingRecords.get(index), index));
        }
        for (int index = 0; index < linkRecords.size(); index++) {
            links.add(new Link(id, linkRecords.get(index), index));
        }
    }
}
