package org.demarche.exchange.out;

import java.io.IOException;
import java.io.OutputStream;

/** One form in which the items of a query are given away. */
public abstract class ExportFormat {
    /** What one of its rows is. */
    public enum Unit {
        /** A statement or an event. */
        ITEM,
        /** Somebody who acts or speaks, and somebody to or about whom. */
        PAIR,
        /** Somebody and whom or what they took a stance on. */
        STANCE,
        /** All statements of one actor about another. */
        TIE
    }

    private final String word;
    private final String ending;
    private final String mediaType;
    private final String label;
    private final String carries;

    /**
     * @param word what the command calls it: {@code xlsx}
     * @param ending of its address and its file, behind {@code timeline.}
     * @param carries what it holds and what is lost in it, in a sentence or two
     */
    ExportFormat(String word, String ending, String mediaType, String label, String carries) {
        this.word = word;
        this.ending = ending;
        this.mediaType = mediaType;
        this.label = label;
        this.carries = carries;
    }

    /**
     * Writes the whole file. The stream is left open; where it can't be written, or the export breaks off, what was written is no whole
     * file.
     */
    abstract void write(Export export, OutputStream out) throws IOException;

    /** How many rows it would have. */
    long count(Export export) throws IOException {
        export.each(items -> { });
        return export.rows().items();
    }

    /** What one of its rows is. */
    public Unit unit() {
        return Unit.ITEM;
    }

    /** Whether the file itself says what it was made of; else a file beside it does. */
    public boolean saysWhereItIsFrom() {
        return true;
    }

    /** Whether programs ask for it again and again. */
    public boolean isFeed() {
        return false;
    }

    public final String word() {
        return word;
    }

    public final String ending() {
        return ending;
    }

    public final String mediaType() {
        return mediaType;
    }

    public final String label() {
        return label;
    }

    public final String carries() {
        return carries;
    }

    public final String fileName() {
        return "timeline." + ending;
    }

    /** Where it is asked for, without the query. */
    public final String path() {
        return "/" + fileName();
    }
}
