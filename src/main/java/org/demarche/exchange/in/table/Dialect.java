package org.demarche.exchange.in.table;

/**
 * How a text file holds a table.
 *
 * @param encoding UTF-8, UTF-16LE, UTF-16BE or windows-1252
 * @param separator between cells
 * @param quote around cells that hold it, a double quotation mark; blank where the file has none
 */
public record Dialect(String encoding, String separator, String quote) {
    static final Dialect OWN = new Dialect("UTF-8", ",", "\"");

    /** For people: 'comma'. */
    public String separatorWords() {
        return switch (separator) {
            case "," -> "comma";
            case ";" -> "semicolon";
            case "\t" -> "tab";
            case "|" -> "bar";
            default -> separator;
        };
    }
}
