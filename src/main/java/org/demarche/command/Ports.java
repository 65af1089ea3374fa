package org.demarche.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Whether the server could listen. */
final class Ports {
    private Ports() {
    }

    /** Port 0 is never busy: the system chooses one. */
    static boolean isBusy(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException busy) {
            return true;
        }
    }
}
