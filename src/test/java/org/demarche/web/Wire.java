package org.demarche.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends a request as it is written: clients for HTTP mend what these tests are about. */
final class Wire {

    private static final int PATIENCE_IN_MILLISECONDS = 10_000;

    private Wire() {
    }

    /** @param text of the answer, with its head */
    record Answer(String text) {

        int status() {
            return Integer.parseInt(text.substring(9, 12));
        }
    }

    static Answer send(int port, String requestLine, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
            String head = requestLine + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
