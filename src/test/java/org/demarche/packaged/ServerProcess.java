package org.demarche.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The packaged program as people run it: a process of its own. */
final class ServerProcess implements AutoCloseable {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final String HEAP = "512m";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

    private final Process process;
    private final Path log;
    private final int port;

    private ServerProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts a server without the example and waits until it is ready. */
    static ServerProcess ready(Path folder) throws IOException, InterruptedException {
        return ready(folder, HEAP, PATIENCE);
    }

    /** @param heap as {@code -Xmx} takes it */
    static ServerProcess ready(Path folder, String heap, Duration patience) throws IOException, InterruptedException {
        var server = start(folder, freePort(), heap, List.of());
        var ready = HttpRequest.newBuilder(server.address("/q/health/ready")).timeout(Duration.ofSeconds(5)).build();
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end && server.process.isAlive()) {
            try {
                if (HTTP.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return server;
                }
            } catch (IOException notYet) {
                server.process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        server.kill();
        throw new IllegalStateException("The server was not ready in time; it said:\n" + server.said());
    }

    /** Starts the program with the words behind its name, and does not wait for anything. */
    static ServerProcess start(Path folder, int port, String... words) throws IOException {
        return start(folder, port, HEAP, List.of(words));
    }

    private static ServerProcess start(Path folder, int port, String heap, List<String> words) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: this test runs behind the package phase, as in ./mvnw verify");
        }
        var log = Files.createTempFile(Files.createDirectories(Path.of("target", "packaged")), "server", ".log");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap, "-jar", JAR.toString()));
        command.addAll(words);
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // What these say is for the tests themselves, and Java tells that it read them.
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(Map.of("DEMARCHE_DATA_DIR", folder.toString(), "DEMARCHE_EXAMPLE_DATA", "false", "QUARKUS_HTTP_PORT", String.valueOf(port)));
        return new ServerProcess(builder.start(), log, port);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).GET());
    }

    /** The answer as it comes over the wire, with gzip. */
    HttpResponse<byte[]> getZipped(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address(path)).header("Accept-Encoding", "gzip").timeout(Duration.ofSeconds(30)).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Opens an answer that is as long as it likes. */
    InputStream open(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(address(path)).GET().build(), HttpResponse.BodyHandlers.ofInputStream()).body();
    }

    /** Memory of its own, in megabytes: what it has read from files is not counted. Of Linux. */
    long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream().filter(line -> line.startsWith("RssAnon:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024).findFirst().orElseThrow();
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** As the field {@code file} of a form, as programs send one. */
    HttpResponse<String> postFile(String path, String name, String content) throws IOException, InterruptedException {
        var boundary = "----rows";
        var body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return send(HttpRequest.newBuilder(address(path)).header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json").PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** SIGKILL: the process can do nothing about it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The same after a while, unless it ends before. */
    void killAfter(Duration span) throws InterruptedException {
        if (!process.waitFor(span.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** The status with which it ends by itself. */
    int status() throws InterruptedException {
        return status(PATIENCE);
    }

    int status(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("It did not end");
        }
        return process.exitValue();
    }

    /** Everything that it wrote so far. */
    String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
