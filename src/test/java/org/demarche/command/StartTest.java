package org.demarche.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at before anything is started. */
class StartTest {
    @TempDir
    Path folder;

    @Test
    void aPortThatSomebodyListensOnIsBusy() throws IOException {
        int port;
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = listening.getLocalPort();
            assertThat(Ports.isBusy(port)).isTrue();
        }
        assertThat(Ports.isBusy(port)).isFalse();
    }

    @Test
    void aFolderIsHeldByOneAtATime() throws Exception {
        var data = folder.resolve("made/when/missing");
        try (var lock = FolderLock.take(data)) {
            assertThatThrownBy(() -> FolderLock.take(data)).isInstanceOf(FolderLock.InUseException.class)
                    .hasMessageContaining(data.toAbsolutePath().toString()).hasMessageNotContaining("\n");
        }
        FolderLock.take(data).close();
    }

    @Test
    void aFolderThatCanNotBeMadeIsSaidInOneLine() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> FolderLock.take(file)).isInstanceOf(IOException.class).hasMessageContaining("can't be written").hasMessageNotContaining("\n");
    }

    @Test
    void everyCommandHasHelpAndAnUnknownOneIsRefused() {
        var line = Commands.line();
        var out = new StringWriter();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        for (var command : line.getSubcommands().keySet()) {
            assertThat(line.execute(command, "--help")).as(command).isZero();
        }
        assertThat(line.execute("telegraph")).isEqualTo(2);
        assertThat(out.toString()).contains("Usage: demarche generate").contains("telegraph");
    }
}
