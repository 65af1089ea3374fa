package org.demarche.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class StartingIT {
    @Test
    void aPortInUseIsSaidInOnePlainLine() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
             var server = ServerProcess.start(folder(), taken.getLocalPort())) {
            assertThat(server.status()).isEqualTo(2);
            assertThat(server.said().strip().lines()).singleElement().asString().contains("Port " + taken.getLocalPort(), "QUARKUS_HTTP_PORT");
        }
    }

    @Test
    void aFolderInUseIsSaidInOnePlainLine() throws Exception {
        var folder = folder();
        try (var first = ServerProcess.ready(folder);
             var second = ServerProcess.start(folder, ServerProcess.freePort());
             var command = ServerProcess.start(folder, ServerProcess.freePort(), "generate", "--items", "1");
             var export = ServerProcess.start(folder, ServerProcess.freePort(), "export")) {
            for (var refused : new ServerProcess[] {second, command, export}) {
                assertThat(refused.status()).isEqualTo(2);
                assertThat(refused.said().strip().lines()).singleElement().asString().contains(folder.toAbsolutePath().toString(), "DEMARCHE_DATA_DIR");
            }
            assertThat(first.get("/q/health/ready").statusCode()).as("the first one goes on").isEqualTo(200);
        }
    }

    @Test
    void whatIsStoppedAndStartedAgainHasEverythingAndAsksNothing() throws Exception {
        var folder = folder();
        try (var first = ServerProcess.ready(folder)) {
            assertThat(first.post("/api/v1/sources", "{\"name\":\"The Gazette\"}").statusCode()).isEqualTo(201);
        }
        try (var second = ServerProcess.ready(folder)) {
            assertThat(second.get("/api/v1/sources/the-gazette").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void helpIsGivenWithoutTouchingAnything() throws Exception {
        var untouched = Path.of("target", "packaged", "untouched-" + System.nanoTime());
        try (var help = ServerProcess.start(untouched, ServerProcess.freePort(), "--help");
             var unknown = ServerProcess.start(untouched, ServerProcess.freePort(), "conquer")) {
            assertThat(help.status()).isZero();
            assertThat(help.said()).contains("serve", "generate");
            assertThat(unknown.status()).isNotZero();
            assertThat(untouched).doesNotExist();
        }
    }

    /** Below the present folder and relative, as people write it. */
    private static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "packaged")), "folder");
    }
}
