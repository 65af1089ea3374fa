package org.demarche.exchange.out;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.demarche.text.XmlText;

/** Writes XML as it goes. Names are written as they are given, with their prefixes; namespaces are attributes of the outermost element. */
final class Xml {
    private final BufferedWriter writer;
    private final XMLStreamWriter out;

    Xml(OutputStream stream) throws IOException {
        // A writer that does not tell its encoding: asked whether it can hold half of a pair, it would say no, and a face would become two references to nothing.
        writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
            out.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException failed) {
            throw io(failed);
        }
    }

    /** @param attributes names and values in turn; one whose value is null is left out */
    Xml begin(String name, String... attributes) throws IOException {
        try {
            out.writeStartElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException failed) {
            throw io(failed);
        }
    }

    Xml empty(String name, String... attributes) throws IOException {
        try {
            out.writeEmptyElement(name);
            attributes(attributes);
            return this;
        } catch (XMLStreamException failed) {
            throw io(failed);
        }
    }

    Xml text(String text) throws IOException {
        try {
            out.writeCharacters(XmlText.of(text));
            return this;
        } catch (XMLStreamException failed) {
            throw io(failed);
        }
    }

    Xml end() throws IOException {
        try {
            out.writeEndElement();
            return this;
        } catch (XMLStreamException failed) {
            throw io(failed);
        }
    }

    /** A whole element; nothing where the text is null. */
    Xml element(String name, String text, String... attributes) throws IOException {
        return text == null ? this : begin(name, attributes).text(text).end();
    }

    /** Hands on what is written so far; the stream stays open. */
    void flush() throws IOException {
        try {
            out.flush();
            writer.flush();
        } catch (XMLStreamException failed) {
            throw io(failed);
        }
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int index = 0; index < attributes.length; index += 2) {
            if (attributes[index + 1] != null) {
                out.writeAttribute(attributes[index], XmlText.of(attributes[index + 1]));
            }
        }
    }

    private static IOException io(XMLStreamException failed) {
        return failed.getNestedException() instanceof IOException gone ? gone : new IOException(failed);
    }
}
