package org.demarche.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.demarche.exchange.backup.ServerKey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The server that holds the data folder, as a command asks it. */
final class RunningServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LOOKS_MILLISECONDS = 300;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final URI address;
    private final String key;

    private RunningServer(int port, String key) {
        address = URI.create("http://127.0.0.1:" + port + "/exchange/backups/asked");
        this.key = key;
    }

    /** @throws IOException where the folder does not tell where the server is, with a message for people */
    static RunningServer of(Path folder) throws IOException {
        var file = folder.resolve(ServerKey.FILE);
        if (!Files.isReadable(file)) {
            throw new IOException("The folder " + folder + " is in use, and there is no " + file + " that this user can read: the server is starting or stopping, belongs to somebody else, or a command runs");
        }
        var lines = Files.readAllLines(file);
        if (lines.size() < 2 || !lines.get(0).matches("[0-9]{1,5}")) {
            throw new IOException(file + " can't be read");
        }
        return new RunningServer(Integer.parseInt(lines.get(0)), lines.get(1));
    }

    /** Lets it do what the command line asks for, and waits. */
    int backup(Backup asked) throws IOException, InterruptedException {
        var begun = send(request("").POST(json(Map.of("file", asked.file.toAbsolutePath().normalize().toString()))));
        if (begun.statusCode() != 202) {
            System.err.println("The server that runs on the data folder refused: " + mapper.readTree(begun.body()).path("detail").asText());
            return picocli.CommandLine.ExitCode.SOFTWARE;
        }
        var pace = new TerminalPace();
        var stop = new Thread(this::cancel);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            while (true) {
                JsonNode progress = mapper.readTree(send(request("").GET()).body());
                if (!progress.path("state").asText().equals("RUNNING")) {
                    pace.end();
                    return answer(progress, asked);
                }
                pace.told(progress.path("step").asText(), progress.path("done").asLong(), progress.path("all").asLong());
                Thread.sleep(LOOKS_MILLISECONDS);
            }
        } finally {
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    private int answer(JsonNode progress, Backup asked) throws IOException {
        if (!progress.path("state").asText().equals("DONE")) {
            System.err.println(progress.path("problem").asText());
            return picocli.CommandLine.ExitCode.SOFTWARE;
        }
        var made = progress.path("made");
        asked.print(new Backup.Summary(Path.of(URI.create(made.path("file").asText())).toString(), made.path("bytes").asLong(), made.path("revisions").asLong(), made.path("records").asLong(),
                made.path("items").asLong(), made.path("restored").asBoolean()), mapper);
        return 0;
    }

    /** Whoever stops the command wants no backup. */
    private void cancel() {
        try {
            send(request("/cancellation").POST(json(Map.of())));
        } catch (IOException gone) {
            // then nothing is left to cancel
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).header(ServerKey.HEADER, key).header("Content-Type", "application/json");
    }

    private HttpRequest.BodyPublisher json(Map<String, String> body) throws IOException {
        return HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
